import type { ItemPath, VaultPath } from '@tresor/contracts';
import { useCallback } from 'react';
import { useBarred } from '../../azure/rights/use-barred';
import type { BladeCommand } from '../../blades/command-bar';
import { useText } from '../../language/use-text';
import type { RowCommand } from '../../ui/table/table-types';
import { COMMAND_LOOK } from './command-look';
import { ITEM_COMMANDS, STEP_OF, whyNot, type Told } from './item-commands';
import { commandWords, messages } from './messages';

/** What can be done with an item of the vault, and why not; of one that is still on its way nothing can. */
export function useItemCommands(vault: VaultPath): (path: ItemPath, item: Told | undefined) => (BladeCommand & RowCommand)[] {
  const text = useText();
  const barred = useBarred(vault);
  return useCallback(
    (path, item) =>
      ITEM_COMMANDS.map((id) => {
        const state = item === undefined ? messages.loading : whyNot(id, item);
        const { icon, href } = COMMAND_LOOK[id];
        return { id, label: text(commandWords[id]), icon, href: href(path), reason: state ? text(state) : barred(STEP_OF[id], 'open') };
      }),
    [text, barred],
  );
}

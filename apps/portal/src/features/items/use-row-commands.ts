import type { Item, VaultPath } from '@tresor/contracts';
import { useCallback } from 'react';
import { isResourceGroupName, isVmName } from '../../api/known-ids';
import { useText } from '../../language/use-text';
import { useBarred } from '../../azure/rights/use-barred';
import type { RowCommand } from '../../ui/table/table-types';
import { COMMAND_LOOK } from './command-look';
import { ITEM_COMMANDS, STEP_OF, whyNot } from './item-commands';
import { commandWords } from './messages';

/** What can be done with an item of the list, as on its dashboard. */
export function useRowCommands(path: VaultPath): (item: Item) => RowCommand[] {
  const text = useText();
  const barred = useBarred(path);
  return useCallback(
    (item) => {
      const { resourceGroup: vmGroup, name: vmName } = item;
      if (!isResourceGroupName(vmGroup) || !isVmName(vmName)) return [];
      return ITEM_COMMANDS.map((id) => {
        const state = whyNot(id, item);
        const href = COMMAND_LOOK[id].href({ ...path, vmGroup, vmName });
        return { id, label: text(commandWords[id]), href, reason: state ? text(state) : barred(STEP_OF[id]) };
      });
    },
    [text, barred, path],
  );
}

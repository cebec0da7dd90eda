import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  CloudArrowUp20Regular,
  Delete20Regular,
  History20Regular,
  Prohibited20Regular,
} from '@fluentui/react-icons';
import type { ItemPath, VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { useCallback, type ReactNode } from 'react';
import { useBarred } from '../../azure/rights/use-barred';
import { isRegionSilent } from '../../azure/vaults/region-silent';
import type { BladeCommand } from '../../blades/command-bar';
import { whyNotRead, type Read } from '../../blades/why-not-read';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { paths } from '../../map/paths';
import type { RowCommand } from '../../ui/table/table-types';
import { ITEM_COMMANDS, whyNot, type CommandFacts, type ItemCommand } from './item-commands';
import { commandReasons, commandWords } from './messages';

/** Icon, blade and step of each command. */
const COMMAND_LOOK: Readonly<Record<ItemCommand, { icon: ReactNode; href: (path: ItemPath) => string; step: StepId }>> = {
  backupNow: { icon: <CloudArrowUp20Regular />, href: paths.backupNow, step: map.backupNow.step },
  restore: { icon: <History20Regular />, href: paths.restorePoint, step: map.restoreItem.step },
  stop: { icon: <Prohibited20Regular />, href: paths.stopBackup, step: map.stopBackup.step },
  resume: { icon: <ArrowRedo20Regular />, href: paths.resumeBackup, step: map.resumeBackup.step },
  delete: { icon: <Delete20Regular />, href: paths.stopBackup, step: 'delete-backup-data' },
  undelete: { icon: <ArrowUndo20Regular />, href: paths.undelete, step: map.undelete.step },
};

const whyUnread = (item: Read<CommandFacts>) =>
  item.data === undefined && isRegionSilent(item.error) ? commandReasons.regionSilent : whyNotRead(item);

/** What can be done with an item of the vault, and why not; of one that is not read nothing can. */
export function useItemCommands(vault: VaultPath): (path: ItemPath, item: Read<CommandFacts>) => (BladeCommand & RowCommand)[] {
  const text = useText();
  const barred = useBarred(vault);
  return useCallback(
    (path, item) =>
      ITEM_COMMANDS.map((id) => {
        const state = whyUnread(item) ?? (item.data && whyNot(id, item.data));
        const { icon, href, step } = COMMAND_LOOK[id];
        return { id, label: text(commandWords[id]), icon, href: href(path), reason: state ? text(state) : barred(step, 'open') };
      }),
    [text, barred],
  );
}

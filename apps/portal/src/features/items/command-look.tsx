import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  CloudArrowUp20Regular,
  Delete20Regular,
  History20Regular,
  Prohibited20Regular,
} from '@fluentui/react-icons';
import type { ItemPath } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { paths } from '../../map/paths';
import type { ItemCommand } from './item-commands';

/** Icon and blade of each command. */
export const COMMAND_LOOK: Readonly<Record<ItemCommand, { icon: ReactNode; href: (path: ItemPath) => string }>> = {
  backupNow: { icon: <CloudArrowUp20Regular />, href: paths.backupNow },
  restore: { icon: <History20Regular />, href: paths.restorePoint },
  stop: { icon: <Prohibited20Regular />, href: paths.stopBackup },
  resume: { icon: <ArrowRedo20Regular />, href: paths.resumeBackup },
  delete: { icon: <Delete20Regular />, href: paths.stopBackup },
  undelete: { icon: <ArrowUndo20Regular />, href: paths.undelete },
};

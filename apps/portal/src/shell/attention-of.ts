import type { ItemInVault } from '@tresor/contracts';
import { isBackedUp } from '../azure/items/is-backed-up';

export type Trouble = 'missing' | 'expiring' | 'failing';

export interface Attention {
  item: ItemInVault;
  trouble: Trouble;
}

const ORDER: readonly Trouble[] = ['missing', 'expiring', 'failing'];

function troubleOf(item: ItemInVault): Trouble | undefined {
  const { machine, deletedAt, lastBackupStatus } = item;
  if (deletedAt !== null) return 'expiring';
  if (!isBackedUp(item)) return undefined;
  if (machine === 'gone') return 'missing';
  return lastBackupStatus === 'Failed' ? 'failing' : undefined;
}

/** What somebody has to look after: machines that are gone, backup data that will be, and backups that fail. */
export function attentionOf(items: readonly ItemInVault[]): Attention[] {
  const found = items.flatMap((item) => {
    const trouble = troubleOf(item);
    return trouble === undefined ? [] : [{ item, trouble }];
  });
  return found.toSorted((a, b) => ORDER.indexOf(a.trouble) - ORDER.indexOf(b.trouble) || a.item.name.localeCompare(b.item.name));
}

import type { ItemInVault } from '@tresor/contracts';

export type Trouble = 'missing' | 'expiring' | 'failing';

export interface Attention {
  item: ItemInVault;
  trouble: Trouble;
}

const ORDER: readonly Trouble[] = ['missing', 'expiring', 'failing'];

function troubleOf({ machine, deletedAt, protectionState, lastBackupStatus }: ItemInVault): Trouble | undefined {
  if (deletedAt !== null) return 'expiring';
  // What was given up is missed by nobody.
  if (protectionState === 'ProtectionStopped') return undefined;
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

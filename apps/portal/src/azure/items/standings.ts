import { queryOptions } from '@tanstack/react-query';
import type { ItemInVault, VaultPath } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import { api } from '../../api/api';
import { translated } from '../../api/problem-error';

/** The items of a vault with what it does not tell itself: whether their machines still stand. */
export const standingsQuery = (path: VaultPath) =>
  queryOptions({
    queryKey: ['items', path, 'machines'],
    queryFn: ({ signal }) => translated(api.items.listAll(path, { signal })),
  });

type Standing = Pick<ItemInVault, 'protectionState' | 'deletedAt'> & Partial<Pick<ItemInVault, 'machine'>>;

/** Whether a machine is known to be gone whose backups were not deleted. */
export const isGone = (item: Standing): boolean => item.deletedAt === null && item.machine === 'gone';

/** Whether backups are to go on of a machine of which it cannot be seen whether it still stands. */
export const isUnseen = (item: Standing): boolean => item.machine === 'unseen' && isBackedUp(item);

import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { vaultQuery } from '../../api/queries';

const DAY = 86_400_000;

/** Until when deleted backup data can be brought back; null while it is not known how long the vault keeps it. */
export function useUndoEnd(vault: VaultPath, deletedAt: string | null): Date | null {
  const { data } = useQuery({ ...vaultQuery(vault), enabled: deletedAt !== null });
  const days = data?.softDeleteDays ?? null;
  return deletedAt === null || days === null ? null : new Date(Date.parse(deletedAt) + days * DAY);
}

import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { toProblemError } from '../../api/problem-error';
import { vaultQuery } from '../../api/queries';

/** That the vault is not there, as a failure to show; null while it is, or nobody knows. */
export function useVaultGone(path: VaultPath): unknown {
  const { error } = useQuery(vaultQuery(path));
  return error !== null && toProblemError(error).problem.code === 'vault-not-found' ? error : null;
}

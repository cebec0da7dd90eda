import type { QueryClient } from '@tanstack/react-query';

const CHANGED = ['vaults', 'vault-places', 'readiness-vaults', 'estate'];

/** There is one vault more, or less: everything that shows which there are looks again. */
export function vaultsChanged(client: QueryClient): void {
  for (const word of CHANGED) void client.invalidateQueries({ queryKey: [word] });
}

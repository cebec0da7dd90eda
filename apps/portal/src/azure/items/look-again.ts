import type { QueryClient } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { vaultOf } from '../../api/queries';

const TOUCHED = ['items', 'recovery-points', 'jobs', 'restores', 'restore-outlook', 'vault-counts', 'policies'];

/** Reads again what a command for an item may have changed; where it was refused, somebody else has changed what it went by. */
export function lookAgain(client: QueryClient, path: ItemPath): void {
  for (const word of TOUCHED) void client.invalidateQueries({ queryKey: [word, vaultOf(path)] });
}

import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { triggerBackup } from '../../azure/items/item-commands';
import { findJobOfRequest } from '../../azure/jobs/jobs';
import type { Once } from '../once/once';
import { requireRights } from '../rights/held-rights';

/** Backs the item up now, once for an intent. The point is kept to the end of the day named, in UTC. */
export function backUpNow(
  once: Once,
  azure: AzureSession,
  intentId: string,
  path: ItemPath,
  retainUntil: string | null,
): Promise<CommandOutcome> {
  return once.run(azure, {
    intentId,
    body: { command: 'backup', path, retainUntil },
    prepare: (azure) => requireRights(azure, 'back-up-now', { vault: vaultIdOf(path) }),
    look: (azure, sent) => findJobOfRequest(azure, path, 'Backup', sent),
    send: (azure, _, requestId) =>
      triggerBackup(azure, path, retainUntil === null ? undefined : new Date(`${retainUntil}T23:59:59Z`), requestId),
  });
}

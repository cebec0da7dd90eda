import type { VaultPath } from '@tresor/contracts';
import { deleteMachine } from '../../../azure/compute/create-machine';
import type { AzureSession } from '../../../azure/connection/azure';
import { seen } from '../../../facts';
import { Problem } from '../../../problem';
import { readJourney } from '../journey/journey';

/** Deletes the machine of a restore that could not be made or started, so that another can be made of its disks. */
export async function deleteFailedMachine(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
): Promise<{ state: 'removed' | 'removing' }> {
  const machine = seen((await readJourney(session, vault, jobId)).machine);
  if (machine === null) return { state: 'removed' };
  if (machine.provisioning === 'deleting') return { state: 'removing' };
  if (machine.provisioning !== 'failed') throw new Problem('restore-in-use');
  return { state: await deleteMachine(session, machine.id) };
}

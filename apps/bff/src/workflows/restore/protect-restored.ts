import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { protectMachine } from '../../azure/items/protection';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import { readJourney } from './journey';
import { readProtection } from './protection-state';

/** Protects the restored machine by a policy, or its stopped item again. Whoever asks while another does is answered by that one's job. */
export async function protectRestored(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  policyName: string,
): Promise<{ state: 'started' | 'not-needed' }> {
  const { machine, protection } = await readJourney(session, vault, jobId);
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  if (protection === 'deleted') throw new Problem('item-deleted');
  if (protection === 'protected') return { state: 'not-needed' };
  if (protection === 'running') return { state: 'started' };
  try {
    await protectMachine(session, vault, machine.id, policyName);
  } catch (error) {
    const mayBegin = error instanceof UpstreamFailure && (error.inDoubt || error.details.status === 409);
    if (!mayBegin || !['running', 'protected'].includes(await readProtection(session, vault, machine.id))) throw error;
  }
  return { state: 'started' };
}

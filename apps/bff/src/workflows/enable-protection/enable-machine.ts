import { sanitise } from '../../azure-words';
import { protectMachine } from '../../azure/items/protection';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import type { Candidate } from './judge-machines';
import { paced, refused } from './paced';
import { mayTryAgain, type Run } from './run-context';
import { checkedUntil } from './settle-doubts';
import { validateMachine } from './validate-machine';

/** Azure says that someone is enabling this machine already. */
const ALREADY_UNDER_WAY = 'BMSUserErrorConflictingProtectionOperation';
const LOCK_MS = 120_000;

/** Validates one machine and tells Azure to protect it. Where it stands is written before each step. */
export async function enableMachine(run: Run, candidate: Candidate): Promise<void> {
  const { vmId } = candidate;
  run.signal.throwIfAborted();
  if (!(await run.batches.lockMachine(run.lease, vmId, LOCK_MS))) {
    await run.note(vmId, { state: 'refused', azure_code: ALREADY_UNDER_WAY });
    return;
  }
  const { vault, policyName } = run.batch.request;
  let told = false;
  run.tries.set(vmId, (run.tries.get(vmId) ?? 0) + 1);
  run.sending.add(vmId);
  try {
    await run.note(vmId, { state: 'validating' });
    const refusal = candidate.told ? null : await validateMachine(run, candidate);
    if (refusal) {
      await run.note(vmId, { state: 'refused', ...refusal });
      return;
    }
    await run.note(vmId, { state: 'enabling', sent: true });
    told = true;
    const operationId = await paced(run, () => protectMachine(run.azure(), vault, vmId, policyName, 'paced-write'));
    if (operationId === undefined) await run.note(vmId, { state: 'protected' });
    else await run.note(vmId, { state: 'enabling', operation_id: operationId });
  } catch (error) {
    if (!(error instanceof UpstreamFailure) || error.details.status === 401 || error.kind === 'held-back') throw error;
    await noteFailure(run, vmId, error, told);
  } finally {
    run.sending.delete(vmId);
  }
}

/** What may pass is tried again: a look changes nothing, and telling it twice makes one item. Then it is said what is certain. */
async function noteFailure(run: Run, vmId: string, error: UpstreamFailure, told: boolean): Promise<void> {
  const { azureCode, azureMessage } = error.details;
  if (told && azureCode === ALREADY_UNDER_WAY) return;
  const words = refused({ code: azureCode ?? null, message: sanitise(azureMessage) ?? null, recommendation: null });
  if (error.kind === 'refused' && !error.inDoubt) await run.note(vmId, { state: 'refused', ...words });
  else if (mayTryAgain(run, vmId)) await run.note(vmId, { state: 'waiting' });
  else if (told && error.inDoubt) await run.note(vmId, { state: 'unknown', checked_until: checkedUntil(run), ...words });
  else await run.note(vmId, { state: 'not-started', ...words });
}

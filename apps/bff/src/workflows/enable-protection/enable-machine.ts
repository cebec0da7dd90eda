import { judgeVirtualMachine } from '@tresor/support-matrix';
import { sanitise } from '../../azure-words';
import { protectMachine, preValidate } from '../../azure/items/protection';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import type { Candidate } from './judge-machines';
import { paced, refused } from './paced';
import { isHeldTooLong, mayTryAgain, putBack, requestIdOf, type Run } from './run-context';
import { checkedUntil, joinOthers } from './settle-doubts';
import { readAgents } from '../../azure/machines/agents';
import type { MachineRecord } from '../../store/batches';

/** Azure says that something else works on the machine's protection. */
const ALREADY_UNDER_WAY = 'BMSUserErrorConflictingProtectionOperation';
/** It says so, too, while something else has only begun to: what it becomes is seen when that is over. */
const ALREADY_PROTECTED = 'VirtualMachineAlreadyProtected';
const POLICY_GONE = 'BMSUserErrorPolicyNotFound';
const LOCK_MS = 120_000;
const TAKEN = Symbol('another batch has the machine');

const lock = (run: Run, vmId: string) => run.batches.lockMachine(run.lease, vmId, LOCK_MS);

/**
 * ARM counts a pre-validation as a write, from the same bucket of 200 as the order that follows. Up to half of it both fit; beyond,
 * every machine would cost two turns at the throttle, and the machine's own report, a read, tells what is left to ask.
 */
const MOST_PRE_VALIDATED = 100;

/** The last look before Azure is told to protect: null, or why not. Changes nothing. */
async function validateMachine(run: Run, { vmId, machine, context }: Candidate): Promise<Partial<MachineRecord> | null> {
  const { vault } = run.batch.request;
  if (run.size <= MOST_PRE_VALIDATED) {
    const refusal = await paced(run, () => preValidate(run.azure(), vault, context.vault.location, vmId));
    return refusal && refused(refusal);
  }
  const [report] = await readAgents(run.azure(), [vmId]);
  const verdict = judgeVirtualMachine(machine, { ...context, agent: report?.agent ?? null });
  return verdict.allowed ? null : { rule_id: verdict.ruleId };
}

/** Validates one machine and tells Azure to protect it. Where it stands is written before each step. */
export async function enableMachine(run: Run, candidate: Candidate): Promise<void> {
  const { vmId } = candidate;
  run.signal.throwIfAborted();
  run.again.delete(vmId);
  if (run.policyGone && !candidate.sent) return run.note(vmId, { state: 'refused', ...run.policyGone });
  if (!(await lock(run, vmId))) return leaveToOthers(run, candidate);
  const { vault, policyName } = run.batch.request;
  let sent = false;
  run.tries.set(vmId, (run.tries.get(vmId) ?? 0) + 1);
  run.looks.delete(vmId);
  run.sending.add(vmId);
  try {
    await run.note(vmId, { state: 'validating' });
    const refusal = candidate.sent ? null : await validateMachine(run, candidate);
    if (refusal) {
      const isHeld = refusal.azure_code === ALREADY_PROTECTED && !isHeldTooLong(run, vmId);
      if (isHeld) return await wait(run, vmId);
      await run.note(vmId, { state: 'refused', ...refusal });
      return;
    }
    await run.note(vmId, { state: 'enabling', sent: true });
    sent = true;
    // What was sent before may have started its job then.
    if (!candidate.sent) run.sentAt.set(vmId, run.azure().now().getTime());
    const options = { kind: 'paced-write', requestId: requestIdOf(run, vmId) } as const;
    // At the gate, or while Azure is busy with something else, the lock may have come to its end.
    const operationId = await paced(run, async () =>
      (await lock(run, vmId)) ? protectMachine(run.azure(), vault, vmId, policyName, options) : TAKEN,
    );
    if (operationId === TAKEN) return await leaveToOthers(run, candidate);
    run.heldSince.delete(vmId);
    if (operationId === undefined) await run.note(vmId, { state: 'protected' });
    else await run.note(vmId, { state: 'enabling', operation_id: operationId });
  } catch (error) {
    if (!(error instanceof UpstreamFailure) || error.details.status === 401 || error.kind === 'held-back') throw error;
    await noteFailure(run, candidate, error, sent);
  } finally {
    run.sending.delete(vmId);
  }
}

/**
 * Somebody else has the machine: another batch of ours, or someone who told Azure. That is no refusal, for it may become just what was
 * asked for; where it does not, the machine is judged when it is free.
 */
async function leaveToOthers(run: Run, { vmId, sent }: Candidate): Promise<void> {
  run.tries.delete(vmId);
  if (!isHeldTooLong(run, vmId)) await putBack(run, vmId, { sent });
  else if (sent) await run.note(vmId, { state: 'unknown', checked_until: checkedUntil(run) });
  else await run.note(vmId, { state: 'not-started' });
}

/** Until somebody else is done with the machine, unless it is their job that counts. */
async function wait(run: Run, vmId: string): Promise<void> {
  run.tries.delete(vmId);
  if (!(await joinOthers(run, vmId))) await putBack(run, vmId);
}

/** What may pass is tried again: a look changes nothing, and telling it twice makes one item. Then it is said what is certain. */
async function noteFailure(run: Run, candidate: Candidate, error: UpstreamFailure, sent: boolean): Promise<void> {
  const { vmId } = candidate;
  const { azureCode, azureMessage } = error.details;
  if (sent && azureCode === ALREADY_UNDER_WAY) {
    // It may be what an earlier attempt of this batch has begun, whose answer was lost: its job tells.
    if (!candidate.sent && !error.inDoubt) await leaveToOthers(run, candidate);
    return;
  }
  const words = refused({ code: azureCode ?? null, message: sanitise(azureMessage) ?? null, recommendation: null });
  const isCertain = error.kind === 'refused' && !error.inDoubt;
  if (isCertain && azureCode === POLICY_GONE) run.policyGone = words;
  if (isCertain) await run.note(vmId, { state: 'refused', ...words });
  else if (mayTryAgain(run, vmId)) await putBack(run, vmId);
  else if (sent && error.inDoubt) await run.note(vmId, { state: 'unknown', checked_until: checkedUntil(run), ...words });
  else await run.note(vmId, { state: 'not-started', ...words });
}

import { randomUUID } from 'node:crypto';
import type { RehearsalLeft } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import { UpstreamFailure } from '../../../azure/connection/upstream-failure';
import { cancelJob } from '../../../azure/jobs/cancel-job';
import { isRunning, LISTED_AFTER_MS } from '../../../azure/jobs/jobs';
import { deleteResourceGroup } from '../../../azure/resource-groups';
import { sanitise } from '../../../azure-words';
import { Problem } from '../../../problem';
import { ONCE_TIMES } from '../../once/command';
import { answerOf } from '../../record/command-answer';
import { placeOf } from '../../record/command-place';
import { readJobs } from '../jobs-of-run';
import { vaultOf } from '../machine-key';
import type { RecoveryInHand } from '../recovery-in-hand';
import { deleteBackups } from './delete-backups';
import { findGroups } from './found-groups';
import { purgeKeyVaults } from './purge-key-vaults';
import { removeFiles } from './remove-files';

/** Azure deletes a group as far as it comes; what held another thing may be gone the next time. */
const MOST_TRIES = 3;

/**
 * Removes what a rehearsal made, by what Azure shows of it: asked again it goes on where that stands, no matter who did what before. At its
 * end Azure was asked once more what it lists.
 */
export async function removeRehearsal(hand: RecoveryInHand): Promise<'over' | 'goes-on'> {
  const { session, record } = hand;
  session.forget();
  if (await endJobs(hand)) return 'goes-on';
  const groups = await findGroups(hand);
  if (groups.some(({ isGoing }) => isGoing)) return 'goes-on';
  const there = groups.filter(({ isThere }) => isThere);
  const tries = record.rehearsal?.tries ?? 0;
  if (there.length > 0 && tries < MOST_TRIES) {
    await hand.noteRehearsal({ tries: tries + 1 });
    await hand.noteStood(there.map(({ name }) => ({ kind: 'resource-group', name })));
    const refused = await underCommand(hand, (azure) => Promise.all(there.map(({ id }) => deleteGroup(azure, id))));
    const left = there.flatMap(({ name }, at) => (refused[at] == null ? [] : [groupLeft(name, refused[at])]));
    await hand.noteRehearsal({ left });
    return 'goes-on';
  }
  const backups = await deleteBackups(hand, (work) => underCommand(hand, work), groups);
  if (backups === 'goes-on') return 'goes-on';
  const messages = new Map(record.rehearsal?.left.map(({ name, message }) => [name, message]));
  const left = await underCommand(hand, async (azure) => [
    ...(await purgeKeyVaults(hand, azure, groups)),
    ...(await removeFiles(hand, azure)),
  ]);
  const unseen = groups.filter(({ isSeen }) => !isSeen).map(({ name }): RehearsalLeft => ({ ...groupLeft(name, null), state: 'unseen' }));
  await hand.noteRehearsal({
    left: [...there.map(({ name }) => groupLeft(name, messages.get(name) ?? null)), ...unseen, ...backups, ...left],
    removedAt: session.now().toISOString(),
  });
  return 'over';
}

const groupLeft = (name: string, message: string | null): RehearsalLeft => ({
  kind: 'resource-group',
  name,
  state: 'left',
  until: null,
  message,
});

/** Cancels what still runs. Whether one has to be waited for. */
async function endJobs(hand: RecoveryInHand): Promise<boolean> {
  const { session, record, run } = hand;
  const asked = record.machines.filter(({ attempt }) => attempt !== null);
  const jobOf = await readJobs(session, record, asked);
  let isOnItsWay = false;
  for (const machine of asked) {
    const job = jobOf(machine);
    if (job && machine.jobId === null) await hand.note(machine, { jobId: job.id });
    if (!job && machine.jobId === null && mayBeListed(session, machine.attempt?.at ?? '')) isOnItsWay = true;
    if (!job || !isRunning(job.status)) continue;
    isOnItsWay = true;
    if (job.status !== 'InProgress') continue;
    const vault = vaultOf(machine.item);
    const azure = { ...session, correlationId: randomUUID() };
    await run.tools.record
      .carryOut(
        azure,
        { name: 'jobs.cancel', reason: null, ...placeOf('jobs.cancel', { ...vault, jobId: job.id }, azure.correlationId) },
        (recorded) => cancelJob(recorded, vault, job.id),
        (cancelled) => answerOf('jobs.cancel', cancelled),
      )
      // Who may not, or comes too late, waits until it is over.
      .catch((error: unknown) => {
        if (!(error instanceof UpstreamFailure) && !(error instanceof Problem && error.code === 'job-over')) throw error;
      });
  }
  return isOnItsWay;
}

const mayBeListed = (session: AzureSession, at: string) => session.now().getTime() < Date.parse(at) + ONCE_TIMES.sending + LISTED_AFTER_MS;

/** Why Azure refuses; null where it is at it. */
async function deleteGroup(azure: AzureSession, id: string): Promise<string | null> {
  try {
    await deleteResourceGroup(azure, id);
    return null;
  } catch (error) {
    if (!(error instanceof UpstreamFailure) || error.mayPass || error.inDoubt) throw error;
    return sanitise(error.details.azureMessage) ?? '';
  }
}

function underCommand<T>({ run, session }: RecoveryInHand, work: (azure: AzureSession) => Promise<T>): Promise<T> {
  const azure = { ...session, correlationId: randomUUID() };
  return run.tools.record.carryOut(
    azure,
    { name: 'recoveryPlans.clear', reason: null, ...placeOf('recoveryPlans.clear', { planId: run.planId }, azure.correlationId) },
    work,
    () => answerOf('recoveryPlans.clear', {}),
  );
}

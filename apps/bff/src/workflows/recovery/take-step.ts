import { randomUUID } from 'node:crypto';
import { resourceGroupName } from '@tresor/contracts';
import { unlessHidden } from '../../azure/connection/upstream-failure';
import { failureOf } from '../../azure/jobs/job-details';
import type { RestoreJob } from '../../azure/jobs/jobs';
import type { RecoveryMachineRecord } from '../../store/recovery-plans';
import { answerOf } from '../record/command-answer';
import { placeOf } from '../record/command-place';
import { getRestore } from '../restore/get-restore';
import { readRestoreJob } from '../restore/journey/restore-job';
import { checkPlan } from '../restore/plan/check-plan';
import type { PlanLook } from '../restore/plan/plan-service';
import { beginRestore, chooseRestore } from './begin-restore';
import { isolate } from './isolate';
import { keyOf, vaultOf } from './machine-key';
import type { MachineFacts, MachineNext } from './next-of-machine';
import { proposeAnswers } from './propose-answers';
import type { RecoveryInHand } from './recovery-in-hand';

type FactsOf = (machine: RecoveryMachineRecord) => MachineFacts;

/** Takes the next step of one machine, in the name of whose session it is. */
export async function takeStep(hand: RecoveryInHand, machine: RecoveryMachineRecord, next: MachineNext, factsOf: FactsOf): Promise<void> {
  const { job, plan: known } = factsOf(machine);
  if (next === 'begin') return begin(hand, machine);
  if (next === 'found' && job) return void (await hand.note(machine, { jobId: job.id }));
  if (next === 'failed' && job) return disksFailed(hand, machine, job);
  if (next === 'plan') return plan(hand, machine, factsOf);
  if (next === 'resume' && known) return resume(hand, machine, known);
  if (next !== 'go-on' || machine.jobId === null) return;
  await hand.run.restores.goOn({ azure: hand.session, vault: vaultOf(machine.item), jobId: machine.jobId });
  if (machine.goneOnBy !== hand.session.user) await hand.note(machine, { goneOnBy: hand.session.user });
}

type Refusal = NonNullable<RecoveryMachineRecord['refusal']>;

async function refuse(hand: RecoveryInHand, machine: RecoveryMachineRecord, code: string, more: Partial<Refusal> = {}) {
  const at = hand.session.now().toISOString();
  await hand.note(machine, {
    refusal: { code, azureCode: null, azureMessage: null, faults: [], needs: [], user: hand.session.user, at, ...more },
  });
}

/** The list of jobs does not tell why one failed. */
async function disksFailed(hand: RecoveryInHand, machine: RecoveryMachineRecord, { id, status }: RestoreJob): Promise<void> {
  if (status.startsWith('Cancel')) return refuse(hand, machine, 'disks-cancelled');
  const job = await unlessHidden(readRestoreJob(hand.session, vaultOf(machine.item), id), null);
  const { code = null, message = null } = failureOf(job?.properties.errorDetails) ?? {};
  await refuse(hand, machine, 'disks-failed', { azureCode: code, azureMessage: message });
}

/** Asks Azure for the disks, once: the attempt is written down before, and asked again as it was. */
async function begin(hand: RecoveryInHand, machine: RecoveryMachineRecord): Promise<void> {
  const { run, session, record } = hand;
  let { attempt } = machine;
  if (attempt?.user !== session.user) {
    const chosen = await chooseRestore(session, record, machine);
    if (chosen.kind === 'refused') return refuse(hand, machine, chosen.code);
    const { pointTime, request } = chosen;
    await isolate(hand, machine.item);
    attempt = { intentId: randomUUID(), user: session.user, at: session.now().toISOString(), pointTime, request };
    machine = await hand.note(machine, { attempt, refusal: null });
  }
  const { intentId, request } = attempt;
  const targetGroup = request.targetGroup === null ? null : resourceGroupName.parse(request.targetGroup);
  const asked = { item: machine.item, intentId, request: { ...request, targetGroup }, planId: run.planId };
  const { state, jobId } = await beginRestore(run.tools, session, asked);
  if (jobId !== null) await hand.note(machine, { jobId });
  if (state === 'unknown') await refuse(hand, machine, 'operation-unknown');
  if (state === 'finished') await refuse(hand, machine, 'operation-without-job');
}

/** Lets the restore that a pause stopped go on by the same answers, decided once more. */
async function resume(hand: RecoveryInHand, machine: RecoveryMachineRecord, { standing, record }: PlanLook): Promise<void> {
  const { run, session } = hand;
  const { item, jobId } = machine;
  if (jobId === null) return;
  if (standing.state === 'stopped') await run.restores.decide({ azure: session, vault: vaultOf(item), jobId }, record.answers);
  await hand.note(machine, { isHeld: false, goneOnBy: session.user });
}

/** Decides how the restore goes on, by what its disks, its keys and the place of the machine show now, and lets it go on alone. */
async function plan(hand: RecoveryInHand, machine: RecoveryMachineRecord, factsOf: FactsOf): Promise<void> {
  const { run, session, record } = hand;
  const { item, jobId } = machine;
  if (jobId === null) return;
  const vault = vaultOf(item);
  // Decided by hand, or right before this server's forerunner ended.
  if (factsOf(machine).plan) return void (await hand.note(machine, { isPlanned: true, goneOnBy: null, refusal: null }));
  const restore = await getRestore(run.tools.record, session, vault, jobId, record.edition);
  const areThere = restore.keysThere.state === 'known' && restore.keysThere.value;
  const keyVaultId = areThere || restore.keyChain === null ? null : restore.keyChain.secret.keyVaultId;
  const busy = keyVaultId?.toLowerCase();
  if (busy !== undefined) {
    hand.waitsFor.set(keyOf(item), busy);
    if (hand.busyKeyVaults.has(busy)) return;
    hand.busyKeyVaults.add(busy);
  }
  const answers = await proposeAnswers(session, { vault, restore, plan: record, item, made: madeFor(hand, keyVaultId, factsOf) });
  // No machine stays down for want of somebody who may clean up behind it: the run stops there, at its end, for a person.
  const faults = (await checkPlan(run.tools.record, session, vault, jobId, answers)).filter(({ fault }) => fault !== 'remove-leftovers');
  if (faults.some(({ fault }) => fault === 'registering')) return;
  if (faults.length > 0)
    return refuse(hand, machine, faults.every(({ field }) => field === 'rights') ? 'forbidden' : 'plan-refused', { faults });
  const azure = { ...session, correlationId: randomUUID() };
  const place = placeOf('restores.putPlan', { ...vault, jobId, answers }, azure.correlationId);
  await run.tools.record.carryOut(
    azure,
    { name: 'restores.putPlan', reason: null, ...place, about: { ...place.about, given: 'plan', recoveryPlan: run.planId } },
    (recorded) => run.restores.decide({ azure: recorded, vault, jobId }, answers),
    (decided) => answerOf('restores.putPlan', decided),
  );
  await hand.note(machine, { isPlanned: true, goneOnBy: session.user, keyVaultId, refusal: null });
}

/** ARM ids of the key vaults that restores of this run made because the same one was gone. */
function madeFor({ record }: RecoveryInHand, keyVaultId: string | null, factsOf: FactsOf): string[] {
  if (keyVaultId === null) return [];
  return record.machines.flatMap((machine) => {
    const keys = factsOf(machine).plan?.record.answers.keys;
    if (machine.keyVaultId?.toLowerCase() !== keyVaultId.toLowerCase() || keys?.way !== 'create') return [];
    const { subscriptionId } = machine.item;
    return [`/subscriptions/${subscriptionId}/resourceGroups/${keys.group}/providers/Microsoft.KeyVault/vaults/${keys.name}`];
  });
}

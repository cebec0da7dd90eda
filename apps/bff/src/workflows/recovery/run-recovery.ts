import pLimit from 'p-limit';
import { toProblem } from '../../azure/connection/failures';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { listRestoreJobs, type RestoreJob } from '../../azure/jobs/jobs';
import { pause } from '../../pause';
import { Problem } from '../../problem';
import { DAY } from '../../store/bounds';
import type { RecordLease } from '../../store/leased-records';
import type { RecoveryMachineRecord, RecoveryPlans, RecoveryRecord } from '../../store/recovery-plans';
import type { LeasedRun } from '../leased-runs/leased-runs';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { MAY_PASS, runningIn, SIGN_IN, type LookPace } from '../restore/plan/run-plan';
import type { RecoveryTools } from './begin-restore';
import { keyOf, vaultKeyOf, vaultOf } from './machine-key';
import { nextOfMachine, openWave, type MachineFacts } from './next-of-machine';
import { takeStep } from './take-step';

export interface RecoveryRun extends LeasedRun<RecordLease> {
  planId: string;
  plans: RecoveryPlans;
  restores: RestorePlanService;
  tools: RecoveryTools;
  pace: LookPace;
}

/** What is asked for at once: Azure's throttles, which the way to it keeps to, decide how fast that is. */
const PARALLEL = 6;
/** Each asks Azure some sixty questions; then all is looked at again, so that a pause or a new token is not long overlooked. */
const MOST_PLANNED = 12;

/** A run in the hands of this process, with the record as only it may write it. */
export class RecoveryInHand {
  readonly run: RecoveryRun;
  readonly session: AzureSession;
  record: RecoveryRecord;
  /** Key vaults whose keys come back for one machine; the next one looks when they are there. */
  readonly busyKeyVaults = new Set<string>();
  /** Which key vault a machine was found to wait for, by the machine: as long as that is busy, nothing of it is asked again. */
  readonly waitsFor: Map<string, string>;

  constructor(run: RecoveryRun, session: AzureSession, record: RecoveryRecord, waitsFor: Map<string, string>) {
    this.run = run;
    this.waitsFor = waitsFor;
    this.session = session;
    this.record = record;
  }

  /** Writes down what a machine has come to. @throws LeaseLost */
  async note(machine: RecoveryMachineRecord, change: Partial<RecoveryMachineRecord>): Promise<RecoveryMachineRecord> {
    const key = keyOf(machine.item);
    const { machines } = this.record;
    const changed = machines.map((one) => (keyOf(one.item) === key ? { ...one, ...change } : one));
    this.record = { ...this.record, machines: changed };
    await this.run.plans.note(this.run.lease, this.record);
    return { ...machine, ...change };
  }

  async stand(standing: RecoveryRecord['standing']): Promise<void> {
    this.record = { ...this.record, standing };
    await this.run.plans.note(this.run.lease, this.record);
  }
}

/** Brings the machines of a plan back until none goes on by itself, or the sign-in ends in whose name it goes on. */
export async function runRecovery(run: RecoveryRun): Promise<void> {
  let gap = run.pace.firstGap;
  let before = '';
  const waitsFor = new Map<string, string>();
  for (;;) {
    run.signal.throwIfAborted();
    const session = run.azure();
    const found = await run.plans.find(run.lease.id);
    const state = found?.record.standing.state;
    if (!found || (state !== 'running' && state !== 'waiting')) return;
    const hand = new RecoveryInHand(run, session, { ...found.record, standing: runningIn(session) }, waitsFor);
    const outcome = await lookAndAct(hand);
    const at = session.now().toISOString();
    if (outcome === 'over') return hand.stand({ state: 'ended', at });
    // The person may have come with a newer token meanwhile.
    if (outcome === 'sign-in' && run.azure() === session) return hand.stand({ state: 'waiting', since: at });
    await hand.stand(runningIn(run.azure()));
    const seen = JSON.stringify(hand.record.machines);
    gap = seen === before ? Math.min(gap * 1.5, run.pace.longestGap) : run.pace.firstGap;
    before = seen;
    await pause(gap, run.signal);
  }
}

/** Takes the next step of every machine, each by itself. */
async function lookAndAct(hand: RecoveryInHand): Promise<'over' | 'sign-in' | 'goes-on'> {
  const { run, session, record } = hand;
  try {
    const factsOf = await readFacts(hand);
    const now = session.now();
    const inWaves = record.machines.toSorted((a, b) => a.wave - b.wave);
    const nexts = inWaves.map((machine) => ({ machine, next: nextOfMachine(machine, factsOf(machine), session.user, now) }));
    if (nexts.every(({ next }) => next === 'over')) return 'over';
    const wave = openWave(record, factsOf, session.user, now);
    for (const machine of record.machines) {
      const { plan } = factsOf(machine);
      const isBack = plan?.record.seen?.steps.some(({ step, state }) => step === 'keys' && state === 'done') ?? false;
      const isOnItsWay = machine.isPlanned && plan && (plan.standing.state === 'running' || plan.standing.state === 'waiting');
      if (machine.keyVaultId !== null && isOnItsWay && !isBack) hand.busyKeyVaults.add(machine.keyVaultId.toLowerCase());
    }
    for (const { machine, next } of nexts) if (next === 'plan' && !machine.hasDisks) await hand.note(machine, { hasDisks: true });
    const isTurn = ({ machine }: (typeof nexts)[number]) => machine.wave <= wave && !isWaiting(hand, machine);
    const planned = nexts.filter((one) => one.next === 'plan' && isTurn(one)).slice(0, MOST_PLANNED);
    const others = nexts.filter(({ next }) => next !== 'plan');
    await pLimit(PARALLEL).map([...others, ...planned], async ({ machine, next }) => {
      run.signal.throwIfAborted();
      await inPatience(hand, machine, () => takeStep(hand, machine, next, factsOf));
    });
    return 'goes-on';
  } catch (thrown) {
    const error = toProblem(thrown, 'vault-not-found');
    if (!(error instanceof Problem)) throw error;
    if (SIGN_IN.has(error.code)) return 'sign-in';
    if (MAY_PASS.has(error.code)) return 'goes-on';
    throw error;
  }
}

function isWaiting({ waitsFor, busyKeyVaults }: RecoveryInHand, { item }: RecoveryMachineRecord): boolean {
  const keyVaultId = waitsFor.get(keyOf(item));
  return keyVaultId !== undefined && busyKeyVaults.has(keyVaultId);
}

/** What may pass is tried again when all is looked at next; what a person was refused is written down, and the others go on. */
async function inPatience(hand: RecoveryInHand, machine: RecoveryMachineRecord, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error = toProblem(thrown, 'item-not-found');
    if (!(error instanceof Problem) || SIGN_IN.has(error.code)) throw error;
    if (MAY_PASS.has(error.code) || error.code === 'too-many-orders') return;
    const { azureCode = null, azureMessage = null } = error.details;
    const at = hand.session.now().toISOString();
    await hand.note(machine, { refusal: { code: error.code, azureCode, azureMessage, faults: [], user: hand.session.user, at } });
  }
}

/** What Azure's lists and the plans of the restores tell of every machine: a call for each vault, however many machines there are. */
async function readFacts({ run, session, record }: RecoveryInHand): Promise<(machine: RecoveryMachineRecord) => MachineFacts> {
  const asked = record.machines.filter(({ attempt, isPlanned, isOut }) => attempt !== null && !isPlanned && !isOut);
  const vaults = new Map(asked.map(({ item }) => [vaultKeyOf(item), vaultOf(item)]));
  const days = Math.ceil((session.now().getTime() - Date.parse(record.startedAt ?? record.at)) / DAY) + 1;
  const listed = await Promise.all(
    [...vaults].map(async ([key, vault]) => [key, await jobsInSight(() => listRestoreJobs(session, vault, days))] as const),
  );
  const jobs = new Map(listed);
  const looked = record.machines.map(async ({ item, jobId }) => {
    const plan = jobId === null ? undefined : await run.restores.look({ azure: session, vault: vaultOf(item), jobId });
    return [keyOf(item), plan] as const;
  });
  const plans = new Map(await Promise.all(looked));
  return ({ item, jobId, attempt }) => ({
    job: jobs
      .get(vaultKeyOf(item))
      ?.find(({ id, requestId }) => (jobId === null ? requestId === attempt?.intentId : id.toLowerCase() === jobId.toLowerCase())),
    plan: plans.get(keyOf(item)),
  });
}

/** Who may not look into a vault does not go on with its machines; the others go on. */
async function jobsInSight(read: () => Promise<RestoreJob[]>): Promise<RestoreJob[]> {
  try {
    return await read();
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return [];
    throw error;
  }
}

import { toProblem } from '../../azure/connection/failures';
import { bySameToken } from '../../session/whose';
import { pause } from '../../pause';
import { Problem } from '../../problem';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { sideBySide } from '../../turns';
import { MAY_PASS, runningIn, SIGN_IN } from '../restore/plan/run-plan';
import { readJobs } from './jobs-of-run';
import { keyOf, vaultOf } from './machine-key';
import { noteTimes } from './note-times';
import { nextOfMachine, openWave, type MachineFacts } from './next-of-machine';
import { RecoveryInHand, type KnownOfRun, type RecoveryRun } from './recovery-in-hand';
import { endRehearsal } from './rehearsal/end-rehearsal';
import { removeRehearsal } from './rehearsal/remove-rehearsal';
import { takeStep } from './take-step';

/** What is asked for at once: Azure's throttles, which the way to it keeps to, decide how fast that is. */
const PARALLEL = 6;
/** Each asks Azure some sixty questions; then all is looked at again, so that a pause or a new token is not long overlooked. */
const MOST_PLANNED = 12;

/** Brings the machines of a plan back until none goes on by itself, or the sign-in ends in whose name it goes on. */
export async function runRecovery(run: RecoveryRun): Promise<void> {
  let gap = run.pace.firstGap;
  let before = '';
  const known: KnownOfRun = { waitsFor: new Map(), isolated: new Map() };
  for (;;) {
    run.signal.throwIfAborted();
    const session = run.azure();
    const found = await run.plans.find(run.lease.id);
    const state = found?.record.standing.state;
    if (!found || found.record.removed !== null || (state !== 'running' && state !== 'waiting')) return;
    const hand = new RecoveryInHand(run, session, { ...found.record, standing: runningIn(session) }, known);
    const outcome = await inSignIn(run, () => nextOfRun(hand));
    const at = session.now().toISOString();
    if (outcome === 'over') return hand.stand(endOf(hand.record, at));
    // The person may have come with a newer token meanwhile.
    if (outcome === 'sign-in' && bySameToken(run.azure(), session)) return hand.stand({ state: 'waiting', since: at });
    await hand.stand(runningIn(run.azure()));
    const seen = JSON.stringify([hand.record.machines, hand.record.rehearsal]);
    gap = seen === before ? Math.min(gap * 1.5, run.pace.longestGap) : run.pace.firstGap;
    before = seen;
    await pause(gap, run.signal);
  }
}

const endOf = ({ rehearsal }: RecoveryRecord, at: string): RecoveryRecord['standing'] =>
  rehearsal?.stopped ? { state: 'cancelled', ...rehearsal.stopped } : { state: 'ended', at };

/** A rehearsal goes on with its removal once no machine goes on by itself. */
async function nextOfRun(hand: RecoveryInHand): Promise<'over' | 'goes-on'> {
  const { rehearsal } = hand.record;
  if (rehearsal?.isRemoving) return removeRehearsal(hand);
  if (rehearsal?.stopped == null && (await lookAndAct(hand)) === 'goes-on') return 'goes-on';
  if (rehearsal === null) return 'over';
  await endRehearsal(hand);
  return 'goes-on';
}

/** What may pass is looked at again; without a sign-in nothing goes on. */
export async function inSignIn<Outcome>(
  run: Pick<RecoveryRun, 'wantsProof'>,
  look: () => Promise<Outcome>,
): Promise<Outcome | 'sign-in' | 'goes-on'> {
  try {
    return await look();
  } catch (thrown) {
    const error = toProblem(thrown, 'vault-not-found');
    if (!(error instanceof Problem)) throw error;
    if (SIGN_IN.has(error.code)) {
      run.wantsProof(error);
      return 'sign-in';
    }
    if (MAY_PASS.has(error.code)) return 'goes-on';
    throw error;
  }
}

/** Takes the next step of every machine, each by itself. */
async function lookAndAct(hand: RecoveryInHand): Promise<'over' | 'goes-on'> {
  const { run, session } = hand;
  const factsOf = await readFacts(hand);
  const now = session.now();
  await noteTimes(hand, factsOf, now);
  const { record } = hand;
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
  await sideBySide([...others, ...planned], PARALLEL, async ({ machine, next }) => {
    run.signal.throwIfAborted();
    await inPatience(hand, machine, () => takeStep(hand, machine, next, factsOf));
  });
  return 'goes-on';
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
    const { azureCode = null, azureMessage = null, needs = [] } = error.details;
    const at = hand.session.now().toISOString();
    await hand.note(machine, {
      refusal: { code: error.code, azureCode, azureMessage, faults: [], needs: [...needs], user: hand.session.user, at },
    });
  }
}

/** What Azure's lists and the plans of the restores tell of every machine. */
async function readFacts({ run, session, record }: RecoveryInHand): Promise<(machine: RecoveryMachineRecord) => MachineFacts> {
  const asked = record.machines.filter(({ attempt, isPlanned, isOut }) => attempt !== null && !isPlanned && !isOut);
  const jobOf = await readJobs(session, record, asked);
  const looked = record.machines.map(async ({ item, jobId }) => {
    const plan = jobId === null ? undefined : await run.restores.look({ azure: session, vault: vaultOf(item), jobId });
    return [keyOf(item), plan] as const;
  });
  const plans = new Map(await Promise.all(looked));
  return (machine) => ({ job: jobOf(machine), plan: plans.get(keyOf(machine.item)) });
}

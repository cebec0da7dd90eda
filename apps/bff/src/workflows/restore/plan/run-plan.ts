import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PlanStop, Restore, VaultPath } from '@tresor/contracts';
import { toProblem } from '../../../azure/connection/failures';
import type { AzureSession } from '../../../azure/connection/azure';
import { readJob } from '../../../azure/jobs/job-details';
import { isRunning } from '../../../azure/jobs/jobs';
import { inSight } from '../../../facts';
import { pause } from '../../../pause';
import { Problem } from '../../../problem';
import { bySameToken, doneBy } from '../../../session/whose';
import type { RecordLease } from '../../../store/leased-records';
import type { GivenCommand, PlanRecord, RestorePlans } from '../../../store/restore-plans';
import type { LeasedRun } from '../../leased-runs/leased-runs';
import { lookAtRestore, witness } from '../../evidence/witness';
import { getRestore } from '../get-restore';
import { isThrottled, nextOfPlan, type PlanNext } from './next-of-plan';
import { sendCommand, type CommandTools, type SendOutcome } from './send-command';

/** How often to look at a restore; milliseconds. The gap grows while nothing changes. */
export interface LookPace {
  firstGap: number;
  longestGap: number;
}

export interface PlanPace extends LookPace {
  /** While Azure is at a job, of which alone is asked. */
  jobGap: number;
}

interface PlanRun extends LeasedRun<RecordLease> {
  planId: string;
  vault: VaultPath;
  jobId: string;
  plans: RestorePlans;
  tools: CommandTools;
  pace: () => PlanPace;
}

/** The person it goes on for has to sign in, or consent, again. */
export const SIGN_IN: ReadonlySet<string> = new Set(['session-expired', 'step-up-required', 'consent-required', 'not-signed-in']);
/** What may pass while it is waited. */
export const MAY_PASS: ReadonlySet<string> = new Set([
  'azure-throttled',
  'azure-unreachable',
  'azure-timeout',
  'azure-failed',
  'backup-region-silent',
  'azure-answer-unreadable',
  'key-vault-working',
  'sign-in-service-unavailable',
  'server-refused',
  'store-unavailable',
  'store-replaced',
  'store-other-version',
  'store-timeout',
]);

/** Goes on with a plan until it is at its end, needs a person, or the sign-in ends in whose name it goes on. */
export async function runPlan(run: PlanRun): Promise<void> {
  await takeUp(run);
  let gap = run.pace().firstGap;
  let before = '';
  let last: Looked | undefined;
  for (;;) {
    const looked = await look(run, last);
    if (looked === 'over') return;
    last = looked;
    const { session, plan, restore, next } = looked;
    if (next.kind === 'done') {
      await testify(run, session, restore);
      return note(run, { ...plan, standing: { state: 'done', at: isoNow(session) } });
    }
    if (next.kind === 'person') return note(run, { ...plan, standing: needsPerson(plan, next.stop, isoNow(session)) });
    if (next.kind === 'send') {
      // The person may have come with a newer token meanwhile.
      if ((await giveNow(run, session)) === 'sign-in' && bySameToken(run.azure(), session)) return;
    } else await note(run, { ...plan, standing: runningIn(session) });
    const seen = JSON.stringify([next.kind, restore.steps, restore.progressPercentage]);
    const { firstGap, longestGap, jobGap } = run.pace();
    gap = Math.min(seen === before ? gap * 1.5 : firstGap, awaitedJob(looked) === null ? longestGap : jobGap);
    before = seen;
    await pause(gap, run.signal);
  }
}

/** In whose name it goes on is told before the first look, which takes long where Azure does not answer. */
async function takeUp(run: PlanRun): Promise<void> {
  const found = await run.plans.find(run.planId);
  const state = found?.record.standing.state;
  if (found && (state === 'waiting' || state === 'running')) await note(run, { ...found.record, standing: runningIn(run.azure()) });
}

interface Looked {
  session: AzureSession;
  plan: PlanRecord;
  restore: Restore;
  next: PlanNext;
}

/** A first backup that Azure is at was accepted, also where its job was not named at once. */
function heardOf(given: PlanRecord['given'], { steps }: Restore, heardAt: string): PlanRecord['given'] {
  if (!steps.some(({ reason }) => reason === 'first-backup-running')) return given;
  return given.map((one) =>
    one.command === 'back-up-now' && one.outcome === null ? { ...one, outcome: 'accepted' as const, heardAt } : one,
  );
}

/** The first backup, where a restore waits for it: until that is over, nothing else of the restore is needed. Null where it waits for something else. */
const awaitedJob = ({ restore, next }: Looked): string | null =>
  next.kind === 'wait' && next.step === 'protection' ? (inSight(restore.protection, null)?.jobId ?? null) : null;

const isAtJob = async (session: AzureSession, vault: VaultPath, jobId: string) =>
  isRunning((await readJob(session, vault, jobId)).properties.status);

/** As things stood before, while Azure is at the job that was waited for; undefined once it is not. */
async function stillAtJob({ vault }: PlanRun, session: AzureSession, plan: PlanRecord, last?: Looked): Promise<Looked | undefined> {
  if (last === undefined || plan.seen === null) return undefined;
  const job = awaitedJob(last);
  if (job === null || !(await isAtJob(session, vault, job))) return undefined;
  return { ...last, session, plan: { ...plan, seen: { ...plan.seen, at: isoNow(session) } } };
}

async function lookNow({ tools, vault, jobId }: PlanRun, session: AzureSession, plan: PlanRecord): Promise<Looked> {
  // What is seen is at least as new as this moment: what was told longer ago than lists lag would show in it.
  const before = session.now();
  const restore = await getRestore(tools.record, session, vault, jobId, plan.answers.edition);
  const seen = { at: isoNow(session), steps: restore.steps.map(({ step, state }) => ({ step, state })) };
  const told = { ...plan, seen, given: heardOf(plan.given, restore, isoNow(session)) };
  return { session, plan: told, restore, next: nextOfPlan(restore, told, session.user, before) };
}

/**
 * How things stand, and what follows. What may pass is waited for; where a sign-in does not reach, the next one is. `last`: how they stood
 * before, which is kept while Azure is at the job that was waited for.
 */
async function look(run: PlanRun, last?: Looked): Promise<Looked | 'over'> {
  let session = run.azure();
  for (;;) {
    run.signal.throwIfAborted();
    const found = await run.plans.find(run.planId);
    if (!found || found.record.standing.state === 'stopped' || found.record.standing.state === 'done') return 'over';
    const plan = found.record;
    try {
      return (await stillAtJob(run, session, plan, last)) ?? (await lookNow(run, session, plan));
    } catch (thrown) {
      const error = toProblem(thrown, 'job-not-found');
      if (!(error instanceof Problem)) throw error;
      if (MAY_PASS.has(error.code)) await pause(run.pace().longestGap, run.signal);
      // The person may have come with a newer token meanwhile.
      else if (bySameToken(run.azure(), session)) {
        run.wantsProof(error);
        await note(run, { ...plan, standing: { state: 'waiting', since: isoNow(session) } });
        return 'over';
      }
      session = run.azure();
    }
  }
}

/** Right before a command is given everything is looked at afresh: another server may have given it a moment ago. */
async function giveNow(run: PlanRun, session: AzureSession): Promise<'sign-in' | undefined> {
  session.forget();
  const looked = await look(run);
  if (looked === 'over' || looked.next.kind !== 'send') return undefined;
  return give(run, looked.session, looked.plan, looked.restore, looked.next);
}

/** What seems to be earlier by Azure’s clock: a command is no older than the decision that it follows. */
const notBefore = (decided: string, now: string): string => (now < decided ? decided : now);

/** Gives a command once: it is written down before Azure is told, and what came of it after. `sign-in`: this one does not reach for it. */
async function give(
  run: PlanRun,
  azure: AzureSession,
  plan: PlanRecord,
  restore: Restore,
  { command, step, again }: Extract<PlanNext, { kind: 'send' }>,
): Promise<'sign-in' | undefined> {
  const given: GivenCommand = again ?? {
    command,
    intentId: randomUUID(),
    at: notBefore(plan.at, isoNow(azure)),
    user: azure.user,
    inNameOf: doneBy(azure).by,
    wasFailed: restore.steps.some((view) => view.step === step && view.state === 'failed'),
    outcome: null,
    heardAt: null,
  };
  const others = plan.given.filter((one) => one !== again && !(one.command === command && isThrottled(one)));
  const noted: PlanRecord = { ...plan, given: [...others, given], standing: runningIn(azure) };
  await note(run, noted);
  const outcome = await outcomeOf(
    run,
    sendCommand(run.tools, command, { azure, vault: run.vault, restore, answers: plan.answers, intentId: given.intentId }),
  );
  // What comes next is decided by what Azure shows then.
  azure.forget();
  if (outcome === 'sign-in') {
    await note(run, { ...noted, given: others, standing: { state: 'waiting', since: isoNow(azure) } });
    return 'sign-in';
  }
  if (outcome !== 'checking') await note(run, { ...noted, given: [...others, { ...given, outcome, heardAt: isoNow(azure) }] });
  return undefined;
}

async function outcomeOf(run: PlanRun, sending: Promise<SendOutcome>): Promise<SendOutcome | 'sign-in'> {
  try {
    return await sending;
  } catch (thrown) {
    const error = toProblem(thrown, 'job-not-found');
    if (!(error instanceof Problem)) throw error;
    if (SIGN_IN.has(error.code)) {
      run.wantsProof(error);
      return 'sign-in';
    }
    const { azureCode = null, azureMessage = null } = error.details;
    return { code: error.code, azureCode, azureMessage };
  }
}

/** What Azure shows at the end goes on record. Where it cannot be read now, it is looked at again when evidence is drawn. */
async function testify({ vault, jobId, tools }: PlanRun, session: AzureSession, restore: Restore): Promise<void> {
  const place = { vault, jobId };
  const seen = await lookAtRestore(session, place, restore).catch(() => []);
  await witness(tools.record, session, place, seen);
}

const isoNow = (session: AzureSession) => session.now().toISOString();

/** The same want is one, however often somebody looks. */
const needsPerson = ({ standing }: PlanRecord, stop: PlanStop, now: string): PlanRecord['standing'] => {
  const isSame = standing.state === 'needs-person' && isDeepStrictEqual(standing.stop, stop);
  return { state: 'needs-person', since: isSame ? standing.since : now, stop };
};

/** How a plan stands that goes on in the name of whose session it is. */
export const runningIn = (session: AzureSession) => ({
  state: 'running' as const,
  inNameOf: doneBy(session).by,
  user: session.user,
  until: new Date(session.principal.expiresAt * 1_000).toISOString(),
  seenAt: isoNow(session),
});

const note = (run: PlanRun, record: PlanRecord) => run.plans.note(run.lease, record);

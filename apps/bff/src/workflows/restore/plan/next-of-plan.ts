import type { PlanStop, Restore, RestoreCommand, RestoreStep, StepView } from '@tresor/contracts';
import { waitTold } from '../../../azure/connection/failures';
import { LONGEST_LIST_LAG_MS } from '../../../azure/jobs/jobs';
import type { GivenCommand, PlanRecord } from '../../../store/restore-plans';
import { takesPlain } from '../steps/encryption';
import { nextOf } from '../steps/steps';

/** What a plan does next. `send` with `again`: the same command as before, of which nothing was heard. */
export type PlanNext =
  | { kind: 'send'; step: RestoreStep; command: RestoreCommand; again: GivenCommand | null }
  | { kind: 'wait'; step: RestoreStep }
  | { kind: 'person'; stop: PlanStop }
  | { kind: 'done' };

type Facts = Pick<Restore, 'steps' | 'pass' | 'openDisks'>;

/** What may pass by itself is tried so often in all. */
const MOST_TRIES = 3;

const TRANSIENT = new Set([
  'azure-unreachable',
  'azure-timeout',
  'azure-failed',
  'operation-unknown',
  'backup-region-silent',
  'too-many-orders',
  'store-unavailable',
  'store-replaced',
  'store-other-version',
  'store-timeout',
]);
/** Rights are a person's: what one was refused another may be given. */
export const WANT_OF_RIGHT: ReadonlySet<string> = new Set(['forbidden', 'key-vault-forbidden', 'storage-data-forbidden']);

const NO_DETAILS = { command: null, code: null, azureCode: null, azureMessage: null, needs: [] };

/**
 * From what Azure shows and what was decided to the next command. A command is given once for a decision: what was tried and did not help is
 * left to a person. `user`: in whose name it goes on; `now`: Azure's time.
 */
export function nextOfPlan({ steps, pass, openDisks }: Facts, plan: PlanRecord, user: string, now: Date): PlanNext {
  const wanted = wantedOf(steps, plan);
  const next = nextOf(wanted);
  if (next.kind === 'done') return next;
  if (next.kind === 'wait') return { kind: 'wait', step: next.step };
  if (next.kind === 'removed') return { kind: 'person', stop: { ...NO_DETAILS, reason: 'rehearsal-removed', step: 'disks' } };
  const at = next.step;
  const view = wanted.find(({ step }) => step === at);
  const stopped = (reason: PlanStop['reason'], more: Partial<PlanStop> = {}): PlanNext => ({
    kind: 'person',
    stop: { ...NO_DETAILS, reason, step: at, command: view?.command ?? null, ...more },
  });
  const isOutOfSight = view?.state === 'hidden' && !isGivenUnseen(view, plan);
  if (next.kind === 'hidden' || isOutOfSight) return stopped('hidden', { needs: view?.needs ?? [] });
  if (view?.reason === 'encryption-isolated') return stopped('application-isolated');
  if (!view || next.kind !== 'command') return stopped('stuck');
  const { command } = next;
  const kept = leftToPerson(command, { pass, openDisks }, plan);
  if (kept !== null) return stopped(kept);
  const decision = afterGiven(view, command, plan, user, now);
  if (decision === 'send') return { kind: 'send', step: next.step, command, again: null };
  if (decision === 'wait') return { kind: 'wait', step: next.step };
  return 'again' in decision ? { kind: 'send', step: next.step, command, again: decision.again } : stopped(decision.reason, decision.more);
}

/**
 * Whether a command is given though somebody may have done its work where the person cannot look. Whether a disk was deleted is seen by few: a
 * machine is made of those that are there. What is recovered where it was is recovered once, no matter who else brought it back elsewhere.
 */
const isGivenUnseen = ({ reason }: StepView, { answers }: PlanRecord): boolean =>
  reason === 'disks-out-of-sight' || (reason === 'keys-out-of-sight' && answers.keys?.way === 'recover');

/** Why nobody but a person gives a command, whatever was given before; null: a plan may. */
function leftToPerson(
  command: RestoreCommand,
  { pass, openDisks }: Omit<Facts, 'steps'>,
  { answers }: PlanRecord,
): PlanStop['reason'] | null {
  if (command === 'restore-disks') return 'tried';
  // What it brings twice was not asked about.
  if (command === 'restore-missing') return 'stuck';
  if (command === 'restore-keys' && answers.keys === null) return 'not-answered';
  if (command !== 'renew-encryption') return null;
  // Whether to encrypt what was not, or may not have been, was not asked about.
  if (takesPlain(openDisks)) return openDisks.encrypted.length === 0 && openDisks.untold.length > 0 ? 'disks-untold' : 'first-encryption';
  return pass === 'dual' ? 'application-needed' : null;
}

/** The step that comes next and is out of a person's sight: in that person's name a plan could only stop. Null where there is none. */
export function hiddenNext({ steps }: Pick<Restore, 'steps'>, plan: PlanRecord): RestoreStep | null {
  const next = nextOf(wantedOf(steps, plan));
  return next.kind === 'hidden' ? next.step : null;
}

function wantedOf(steps: StepView[], plan: PlanRecord): StepView[] {
  const encryption = steps.find(({ step }) => step === 'encryption')?.state;
  const isAwaited = encryption === 'running' || encryption === 'failed';
  const wanted = steps.filter(({ step }) => !isLeftOut(plan, step));
  return isAwaited ? wanted.map((view) => (view.step === 'protection' ? later(view) : view)) : wanted;
}

/** Of a machine whose agent says nothing no backup can be made: that would only be tried in vain. */
const later = ({ step }: StepView): StepView => ({ step, state: 'blocked', reason: 'needs-earlier-step', needs: [], command: null });

const isLeftOut = ({ answers }: PlanRecord, step: RestoreStep) =>
  (step === 'protection' && answers.policyName === null) || (step === 'after-care' && !answers.removeLeftovers);

type AfterGiven = 'send' | 'wait' | { again: GivenCommand } | { reason: PlanStop['reason']; more: Partial<PlanStop> };

/** What follows from how the command went that is on offer, if it was given before. */
function afterGiven(view: StepView, command: RestoreCommand, plan: PlanRecord, user: string, now: Date): AfterGiven {
  const last = plan.given.findLast((given) => given.command === command);
  if (!last) return 'send';
  const isOfDecision = Date.parse(last.at) >= Date.parse(plan.at);
  // Lists of Azure may not show yet what came of it.
  const heard = Date.parse(last.heardAt ?? last.at);
  const maySettle = now.getTime() < heard + LONGEST_LIST_LAG_MS;
  const { outcome } = last;
  if (outcome === null) {
    if (last.user === user) return { again: last };
    return maySettle ? 'wait' : 'send';
  }
  if (outcome === 'accepted') {
    const hasFailedSince = view.state === 'failed' && !last.wasFailed;
    if (maySettle && !hasFailedSince) return 'wait';
    return isOfDecision ? { reason: 'tried', more: {} } : 'send';
  }
  if (!isOfDecision || (WANT_OF_RIGHT.has(outcome.code) && last.user !== user)) return 'send';
  const tries = plan.given.filter((given) => given.command === command && Date.parse(given.at) >= Date.parse(plan.at));
  if (isThrottled(last)) return 'send';
  const wait = waitTold(outcome.code);
  if (wait !== undefined && tries.length < MOST_TRIES) return now.getTime() < heard + wait ? 'wait' : 'send';
  if (TRANSIENT.has(outcome.code) && tries.length < MOST_TRIES) return 'send';
  const reason = outcome.code === KEPT_OUT ? 'backup-kept-out' : 'refused';
  return { reason, more: outcome };
}

/** Whether Azure said that it had been asked too often: nothing was done then, and while many are brought back it says so again and again. */
export const isThrottled = ({ outcome }: GivenCommand): boolean =>
  typeof outcome === 'object' && outcome !== null && outcome.code === 'azure-throttled';

/** The code of a first backup that was not begun: Azure Backup may not read the key vaults. */
export const KEPT_OUT = 'backup-kept-out';

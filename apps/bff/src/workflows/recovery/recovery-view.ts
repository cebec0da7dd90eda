import type {
  RecoveryMachineState,
  RecoveryMachineView,
  RecoveryPlan,
  RecoveryStanding,
  RecoverySummary,
  RehearsalStanding,
  RestorePlan,
} from '@tresor/contracts';
import { objectivesOf } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { isDoneBy } from '../../session/whose';
import type { PlanLook } from '../restore/plan/plan-service';
import type { NamedRecord, RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { isUp } from './next-of-machine';

const BY_PLAN: Readonly<Record<RestorePlan['standing']['state'], RecoveryMachineState>> = {
  running: 'running',
  waiting: 'held',
  'needs-person': 'needs-person',
  stopped: 'stopped',
  done: 'done',
};

/** Where a machine stands, as far as this server's store tells: Azure is asked by the run, not by everybody who watches it. */
function stateOf(machine: RecoveryMachineRecord, plan: PlanLook | undefined): RecoveryMachineState {
  if (machine.outcome !== null) return machine.outcome.state;
  if (machine.isOut) return 'taken-out';
  if (machine.isPlanned && plan) return BY_PLAN[plan.standing.state];
  if (machine.refusal !== null) return 'refused';
  if (machine.jobId !== null) return machine.hasDisks ? 'disks-there' : 'disks';
  return machine.attempt === null ? 'waiting' : 'starting';
}

export function toMachineView(
  machine: RecoveryMachineRecord,
  plan: PlanLook | undefined,
  { objectives, tagObjectives }: Pick<RecoveryRecord, 'objectives' | 'tagObjectives'>,
): RecoveryMachineView {
  const { item, wave, tags, jobId, attempt, refusal } = machine;
  const own = machine.isPlanned ? plan : undefined;
  const { code, azureCode, azureMessage, faults, needs } = refusal ?? {};
  return {
    item,
    wave,
    tags,
    wanted: objectivesOf(tags, objectives, tagObjectives),
    state: stateOf(machine, plan),
    jobId,
    pointTime: attempt?.pointTime ?? null,
    begunAt: attempt?.at ?? null,
    endedAt: own?.standing.state === 'done' ? own.standing.at : null,
    refusal:
      code === undefined || own
        ? null
        : { code, azureCode: azureCode ?? null, azureMessage: azureMessage ?? null, faults: faults ?? [], needs: needs ?? [] },
    stop: machine.outcome?.stop ?? (own?.standing.state === 'needs-person' ? own.standing.stop : null),
    steps: own?.record.seen?.steps ?? [],
    seenAt: own?.record.seen?.at ?? null,
    times: machine.times,
    recoverySeconds: isUp(own) ? recoverySecondsOf(machine) : null,
    proof: machine.proof,
  };
}

/** What is removed again is neither backed up nor tidied up after. */
export const withRehearsedSteps = (view: RecoveryMachineView): RecoveryMachineView => ({
  ...view,
  steps: view.steps.filter(({ step }) => step !== 'protection' && step !== 'after-care'),
});

/** From being asked for until it ran with its disks unlocked; whole seconds. */
function recoverySecondsOf({ attempt, times }: RecoveryMachineRecord): number | null {
  const ends = times.flatMap(({ step, at }) => (step === 'machine' || step === 'encryption' ? [Date.parse(at)] : []));
  return attempt === null || ends.length === 0 ? null : Math.round((Math.max(...ends) - Date.parse(attempt.at)) / 1000);
}

/** What of a plan everybody sees who sees one of its vaults. */
export function toPlanFacts(
  planId: string,
  record: RecoveryRecord,
  isHeld: boolean,
): Omit<RecoveryPlan, 'machines' | 'unseen' | 'mayRun' | 'mine' | 'servers'> {
  const { name, edition, moment, target, objectives, tagObjectives, by, at } = record;
  const { revision, changed, startedAt, approvals, voided, removed } = record;
  const rehearsal = toRehearsal(record);
  return {
    planId,
    name,
    edition,
    moment,
    target,
    objectives,
    tagObjectives,
    rehearsal,
    by,
    at,
    revision,
    changed: changed && shown(changed),
    startedAt,
    approvals: approvals.map(shown),
    voided,
    removed,
    standing: toStanding(record, isHeld),
  };
}

/** What of a plan is the doing of who looks at it. */
export const mineOf = (azure: AzureSession, record: RecoveryRecord): RecoveryPlan['mine'] => ({
  isMade: isDoneBy(azure, record),
  isChanged: isDoneBy(azure, record.changed ?? record),
  isPartlyOwn: [record, record.changed ?? record, ...record.changedBefore].some((done) => isDoneBy(azure, done)),
  isApproved: record.approvals.some((approval) => isDoneBy(azure, approval)),
});

/** Without the object id, by which the server alone tells people apart. */
const shown = ({ by, at }: RecoveryRecord['approvals'][number]) => ({ by, at });

function toRehearsal({ rehearsal }: RecoveryRecord): RehearsalStanding | null {
  if (rehearsal === null) return null;
  const { of, left, removedAt, isRemoving, stopped } = rehearsal;
  return { of, left, removedAt, phase: removedAt !== null ? 'removed' : isRemoving || stopped !== null ? 'removing' : 'running' };
}

export function toSummary(
  planId: string,
  { record, isHeld }: { record: RecoveryRecord; isHeld: boolean },
  { machines, unseen }: Pick<RecoveryPlan, 'machines' | 'unseen'>,
): RecoverySummary {
  const { name, rehearsal, by, at, startedAt, standing, removed } = toPlanFacts(planId, record, isHeld);
  const count = (...states: string[]) => machines.filter(({ state }) => states.includes(state)).length;
  const isBack = ({ state, proof }: RecoveryMachineView) => state === 'done' && (rehearsal === null || proof?.agentReady === true);
  return {
    planId,
    name,
    rehearsal,
    by,
    at,
    startedAt,
    standing,
    removed,
    unseen,
    total: machines.length - count('taken-out'),
    done: machines.filter(isBack).length,
    open: count('refused', 'needs-person', 'held'),
  };
}

/** Of a plan that this server cannot read. `seen`: how many of its machines are in vaults that the user sees. */
export function toUnknownSummary(planId: string, { name, by, at, machines }: NamedRecord, seen: number): RecoverySummary {
  const unseen = machines.length - seen;
  return {
    planId,
    name,
    rehearsal: null,
    by,
    at,
    startedAt: null,
    standing: { state: 'not-known' },
    removed: null,
    unseen,
    total: seen,
    done: 0,
    open: 0,
  };
}

/** One that runs nowhere waits, whatever its last server meant to do. */
function toStanding({ standing }: RecoveryRecord, isHeld: boolean): RecoveryStanding {
  if (standing.state !== 'running') return standing;
  const { inNameOf, until, seenAt } = standing;
  return isHeld ? { state: 'running', inNameOf, until } : { state: 'waiting', since: seenAt };
}

import { isRunning, LISTED_AFTER_MS, type RestoreJob } from '../../azure/jobs/jobs';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { ONCE_TIMES } from '../once/command';
import { WANT_OF_RIGHT } from '../restore/plan/next-of-plan';
import type { PlanLook } from '../restore/plan/plan-service';

/** What is known of a machine of a run: its job, as Azure lists it, and the plan by which its restore goes on. */
export interface MachineFacts {
  job: RestoreJob | undefined;
  plan: PlanLook | undefined;
}

/** What of a plan decides: where it stands, whether a worker is at it, and the steps as they were seen last. */
interface SeenPlan {
  standing: Pick<PlanLook['standing'], 'state'>;
  isHeld: boolean;
  record: Pick<PlanLook['record'], 'seen'>;
}

interface Seen extends Pick<MachineFacts, 'job'> {
  plan: SeenPlan | undefined;
}

/**
 * What is done for a machine next. `begin`: its disks are asked for; `found`: of an attempt whose answer was lost Azure knows the job;
 * `plan`: its disks are there, and the rest can be decided; `resume`: a pause held it; `go-on`: the rest goes on alone; `failed`: its job did
 * not bring the disks.
 */
export type MachineNext = 'begin' | 'found' | 'plan' | 'resume' | 'go-on' | 'failed' | 'wait' | 'over';

const isRefusedTo = ({ refusal }: RecoveryMachineRecord, user: string): boolean =>
  refusal !== null && (!WANT_OF_RIGHT.has(refusal.code) || refusal.user === user);

/** `user`: in whose name the run goes on; `now`: Azure's time. */
export function nextOfMachine(machine: RecoveryMachineRecord, { job, plan }: Seen, user: string, now: Date): MachineNext {
  const { attempt, jobId } = machine;
  if (machine.isOut) return 'over';
  if (machine.isPlanned && plan && machine.isHeld) return 'resume';
  if (machine.isPlanned && plan) return goesOn(machine, plan, user) ? 'go-on' : 'over';
  if (isRefusedTo(machine, user)) return 'over';
  if (jobId === null) return attempt === null ? 'begin' : afterAttempt(attempt, job, user, now);
  if (plan) return 'plan';
  if (job === undefined || isRunning(job.status)) return 'wait';
  return job.status.startsWith('Completed') ? 'plan' : 'failed';
}

function afterAttempt(
  attempt: NonNullable<RecoveryMachineRecord['attempt']>,
  job: RestoreJob | undefined,
  user: string,
  now: Date,
): MachineNext {
  if (job) return 'found';
  // The same person's request is known by its id; of somebody else's only Azure's list tells, and late.
  if (attempt.user === user) return 'begin';
  return now.getTime() < Date.parse(attempt.at) + ONCE_TIMES.sending + LISTED_AFTER_MS ? 'wait' : 'begin';
}

/** What needed a person in the name of one is looked at once more in the name of the next, who may see or do what that one could not. */
function goesOn({ goneOnBy }: RecoveryMachineRecord, { standing: { state }, isHeld }: SeenPlan, user: string): boolean {
  if (state === 'done' || state === 'stopped') return false;
  return isHeld || state !== 'needs-person' || goneOnBy !== user;
}

/** Whether a machine runs, as its run saw it last. */
export function isUp(plan: SeenPlan | undefined): boolean {
  if (plan?.standing.state === 'done') return true;
  const states = new Map(plan?.record.seen?.steps.map(({ step, state }) => [step, state]));
  return states.get('machine') === 'done' && states.get('encryption') === 'done';
}

/** The lowest wave of which a machine is not up yet and still on its way: later ones wait for it. */
export function openWave(
  { machines }: Pick<RecoveryRecord, 'machines'>,
  factsOf: (machine: RecoveryMachineRecord) => Seen,
  user: string,
  now: Date,
): number {
  const open = machines.filter((machine) => {
    const facts = factsOf(machine);
    return !isUp(facts.plan) && nextOfMachine(machine, facts, user, now) !== 'over';
  });
  return Math.min(...open.map(({ wave }) => wave));
}

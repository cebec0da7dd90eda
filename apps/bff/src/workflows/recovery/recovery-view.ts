import type { RecoveryMachineState, RecoveryMachineView, RecoveryStanding, RestorePlan } from '@tresor/contracts';
import type { PlanLook } from '../restore/plan/plan-service';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';

const BY_PLAN: Readonly<Record<RestorePlan['standing']['state'], RecoveryMachineState>> = {
  running: 'running',
  waiting: 'held',
  'needs-person': 'needs-person',
  stopped: 'stopped',
  done: 'done',
};

/** Where a machine stands, as far as this server's store tells: Azure is asked by the run, not by everybody who watches it. */
function stateOf(machine: RecoveryMachineRecord, plan: PlanLook | undefined): RecoveryMachineState {
  if (machine.isOut) return 'taken-out';
  if (machine.isPlanned && plan) return BY_PLAN[plan.standing.state];
  if (machine.refusal !== null) return 'refused';
  if (machine.jobId !== null) return machine.hasDisks ? 'disks-there' : 'disks';
  return machine.attempt === null ? 'waiting' : 'starting';
}

export function toMachineView(machine: RecoveryMachineRecord, plan: PlanLook | undefined): RecoveryMachineView {
  const { item, wave, jobId, attempt, refusal } = machine;
  const own = machine.isPlanned ? plan : undefined;
  const { code, azureCode, azureMessage, faults } = refusal ?? {};
  return {
    item,
    wave,
    state: stateOf(machine, plan),
    jobId,
    pointTime: attempt?.pointTime ?? null,
    begunAt: attempt?.at ?? null,
    endedAt: own?.standing.state === 'done' ? own.standing.at : null,
    refusal:
      code === undefined || own ? null : { code, azureCode: azureCode ?? null, azureMessage: azureMessage ?? null, faults: faults ?? [] },
    stop: own?.standing.state === 'needs-person' ? own.standing.stop : null,
    steps: own?.record.seen?.steps ?? [],
    seenAt: own?.record.seen?.at ?? null,
  };
}

/** One that runs nowhere waits, whatever its last server meant to do. */
export function toStanding({ standing }: RecoveryRecord, isHeld: boolean): RecoveryStanding {
  if (standing.state !== 'running') return standing;
  const { inNameOf, until, seenAt } = standing;
  return isHeld ? { state: 'running', inNameOf, until } : { state: 'waiting', since: seenAt };
}

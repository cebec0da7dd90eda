import type { ProvenRestore, RecoveryMachineView } from '@tresor/contracts';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { keyOf } from './machine-key';

/** What a run tells of a machine that it brought up, or tried to; null while it does not know, or was not let. */
export function toProven(
  planId: string,
  { rehearsal }: Pick<RecoveryRecord, 'rehearsal'>,
  { item, wanted, state, proof, pointTime, begunAt, times, recoverySeconds }: RecoveryMachineView,
): ProvenRestore | null {
  const at = proof?.at ?? times.at(-1)?.at;
  if (at === undefined || (state !== 'done' && state !== 'needs-person')) return null;
  const isRehearsal = rehearsal !== null;
  const isProven = state === 'done' && (!isRehearsal || proof?.agentReady === true);
  const pointAgeSeconds = begunAt === null || pointTime === null ? null : Math.round((Date.parse(begunAt) - Date.parse(pointTime)) / 1000);
  return {
    item,
    at,
    isProven,
    pointTime,
    recoverySeconds: isProven ? recoverySeconds : null,
    pointAgeSeconds,
    objectives: wanted,
    planId,
    isRehearsal,
  };
}

/** Of each machine the last one. */
export function newestOfEach(all: readonly ProvenRestore[]): ProvenRestore[] {
  const inTime = all.toSorted((a, b) => a.at.localeCompare(b.at));
  return [...new Map(inTime.map((one) => [keyOf(one.item), one])).values()];
}

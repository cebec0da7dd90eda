import type { RecoveryMachineView } from '@tresor/contracts';

/** Why it is not known whether something wanted is met, or why it is not met without a time. */
export type Why = 'tags-unseen' | 'not-looked' | 'in-the-way' | 'not-yet' | 'left-out' | 'not-measured' | 'no-point' | 'not-back';

/** `wanted`: minutes; `seconds`: what it takes, or took. Null where nothing is wanted. */
export type Verdict =
  | { state: 'met' | 'missed'; wanted: number; seconds: number }
  | { state: 'missed'; wanted: number; why: 'no-point' | 'not-back' }
  | { state: 'not-known'; wanted: number | null; why: Why }
  | null;

export interface MachineObjectives {
  machine: RecoveryMachineView;
  rto: Verdict;
  rpo: Verdict;
}

type Measure = { seconds: number } | { missed: 'no-point' | 'not-back' } | { unknown: Why };

function judge(minutes: number | null, measure: Measure): Verdict {
  if (minutes === null) return null;
  if ('unknown' in measure) return { state: 'not-known', wanted: minutes, why: measure.unknown };
  if ('missed' in measure) return { state: 'missed', wanted: minutes, why: measure.missed };
  return { state: measure.seconds > minutes * 60 ? 'missed' : 'met', wanted: minutes, seconds: measure.seconds };
}

function judged(machine: RecoveryMachineView, back: Measure, age: Measure): MachineObjectives {
  const { wanted } = machine;
  const unseen: Verdict = { state: 'not-known', wanted: null, why: 'tags-unseen' };
  if (wanted === null) return { machine, rto: unseen, rpo: unseen };
  return { machine, rto: judge(wanted.rtoMinutes, back), rpo: judge(wanted.rpoMinutes, age) };
}

const secondsFrom = (from: string, to: number) => Math.max(0, (to - Date.parse(from)) / 1_000);

/** Before a run, by what was looked at. `runsAfter`: seconds from the beginning, as the schedule has them; `now`: Azure’s time. */
export function plannedObjectives(
  machine: RecoveryMachineView,
  outlook: { point: { time: string } | null } | undefined,
  runsAfter: number | undefined,
  now: number,
): MachineObjectives {
  if (outlook === undefined) return judged(machine, { unknown: 'not-looked' }, { unknown: 'not-looked' });
  const { point } = outlook;
  if (point === null) return judged(machine, { missed: 'no-point' }, { missed: 'no-point' });
  const back: Measure = runsAfter === undefined ? { unknown: 'in-the-way' } : { seconds: runsAfter };
  return judged(machine, back, { seconds: secondsFrom(point.time, now) });
}

const NOT_BACK: ReadonlySet<RecoveryMachineView['state']> = new Set(['refused']);
const LEFT_OUT: ReadonlySet<RecoveryMachineView['state']> = new Set(['taken-out', 'stopped']);

function measuredBack({ state, recoverySeconds, begunAt, wanted }: RecoveryMachineView, now: number): Measure {
  if (recoverySeconds !== null) return { seconds: recoverySeconds };
  if (NOT_BACK.has(state)) return { missed: 'not-back' };
  if (LEFT_OUT.has(state)) return { unknown: 'left-out' };
  if (state === 'done') return { unknown: 'not-measured' };
  const passed = begunAt === null ? 0 : secondsFrom(begunAt, now);
  // What is over already cannot be met any more, however long it still takes.
  return passed > (wanted?.rtoMinutes ?? Infinity) * 60 ? { seconds: passed } : { unknown: 'not-yet' };
}

/** During a run and after it, by what was measured. */
export function measuredObjectives(machine: RecoveryMachineView, now: number): MachineObjectives {
  const { pointTime, begunAt, state } = machine;
  const age = (): Measure => {
    if (pointTime !== null && begunAt !== null) return { seconds: secondsFrom(pointTime, Date.parse(begunAt)) };
    if (NOT_BACK.has(state)) return { missed: 'no-point' };
    return { unknown: LEFT_OUT.has(state) ? 'left-out' : 'not-yet' };
  };
  return judged(machine, measuredBack(machine, now), age());
}

const RANK = { missed: 0, 'not-known': 1, met: 2 } as const;
const rankOf = (verdict: Verdict) => (verdict === null ? 3 : RANK[verdict.state]);

/** What is not met comes first, then what is not known. */
export const worstFirst = (rows: readonly MachineObjectives[]): MachineObjectives[] =>
  rows.toSorted(
    (a, b) =>
      Math.min(rankOf(a.rto), rankOf(a.rpo)) - Math.min(rankOf(b.rto), rankOf(b.rpo)) ||
      a.machine.wave - b.machine.wave ||
      a.machine.item.vmName.localeCompare(b.machine.item.vmName),
  );

export const countOf = (rows: readonly MachineObjectives[], kind: 'rto' | 'rpo', state: NonNullable<Verdict>['state']): number =>
  rows.filter((row) => row[kind]?.state === state).length;

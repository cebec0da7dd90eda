import type { RecoveryMachineView } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { recoveryMachineOf } from '../../../testing/recovery-plan';
import { countOf, measuredObjectives, plannedObjectives, worstFirst } from './judge-objectives';

const NOW = Date.parse('2026-11-27T10:00:00Z');

const machine = (change: Partial<RecoveryMachineView> = {}) =>
  recoveryMachineOf('OrdersSql01', { wanted: { rtoMinutes: 60, rpoMinutes: 240 }, ...change });

const outlook = (time: string | null) => ({ point: time === null ? null : { time } });
const planned = (time: string | null, runsAfter?: number, change: Partial<RecoveryMachineView> = {}) => {
  const { rto, rpo } = plannedObjectives(machine(change), outlook(time), runsAfter, NOW);
  return [rto, rpo];
};
const measured = (change: Partial<RecoveryMachineView>) => {
  const { rto, rpo } = measuredObjectives(machine(change), NOW);
  return [rto, rpo];
};

it('beforehand the schedule and the age of the point are held against what is wanted', () => {
  expect(planned('2026-11-27T08:00:00Z', 1_800)).toEqual([
    { state: 'met', wanted: 60, seconds: 1_800 },
    { state: 'met', wanted: 240, seconds: 7_200 },
  ]);
  expect(planned('2026-11-27T02:00:00Z', 3_601)).toMatchObject([{ state: 'missed' }, { state: 'missed', seconds: 28_800 }]);
});

it('exactly in time is in time', () => {
  expect(planned('2026-11-27T06:00:00Z', 3_600)).toMatchObject([{ state: 'met' }, { state: 'met' }]);
});

it('that nothing is known is told with its reason, and never as met', () => {
  expect(planned('2026-11-27T08:00:00Z')).toMatchObject([{ state: 'not-known', why: 'in-the-way' }, { state: 'met' }]);
  expect(planned('2026-11-27T08:00:00Z', 60, { wanted: null })).toEqual(
    Array.from({ length: 2 }, () => ({ state: 'not-known', wanted: null, why: 'tags-unseen' })),
  );
  expect(plannedObjectives(machine(), undefined, 60, NOW)).toMatchObject({ rto: { why: 'not-looked' }, rpo: { why: 'not-looked' } });
});

it('what has no point to come back from meets nothing', () => {
  expect(planned(null)).toMatchObject([
    { state: 'missed', why: 'no-point' },
    { state: 'missed', why: 'no-point' },
  ]);
});

it('what nobody wanted is not judged', () => {
  expect(planned(null, undefined, { wanted: { rtoMinutes: null, rpoMinutes: null } })).toEqual([null, null]);
});

it('in a run what was measured counts, and what is over already cannot be met any more', () => {
  const begun = { begunAt: '2026-11-27T09:30:00Z', pointTime: '2026-11-27T02:00:00Z' };
  expect(measured({ ...begun, state: 'disks' })).toMatchObject([
    { state: 'not-known', why: 'not-yet' },
    { state: 'missed', seconds: 27_000 },
  ]);
  expect(measured({ ...begun, begunAt: '2026-11-27T08:30:00Z', state: 'running' })[0]).toMatchObject({ state: 'missed', seconds: 5_400 });
  expect(measured({ ...begun, state: 'done', recoverySeconds: 1_200 })[0]).toEqual({ state: 'met', wanted: 60, seconds: 1_200 });
});

it('what did not come back meets nothing, and what was left out is not held against the plan', () => {
  expect(measured({ state: 'refused' })).toMatchObject([{ why: 'not-back' }, { why: 'no-point' }]);
  expect(measured({ state: 'taken-out' })).toMatchObject([
    { state: 'not-known', why: 'left-out' },
    { state: 'not-known', why: 'left-out' },
  ]);
});

it('the worst comes first, and is counted', () => {
  const rows = [
    plannedObjectives(machine(), outlook('2026-11-27T09:00:00Z'), 60, NOW),
    plannedObjectives(machine(), undefined, 60, NOW),
    plannedObjectives(machine(), outlook(null), undefined, NOW),
  ];
  expect(worstFirst(rows).map(({ rto }) => rto?.state)).toEqual(['missed', 'not-known', 'met']);
  expect((['met', 'missed', 'not-known'] as const).map((state) => countOf(rows, 'rpo', state))).toEqual([1, 1, 1]);
});

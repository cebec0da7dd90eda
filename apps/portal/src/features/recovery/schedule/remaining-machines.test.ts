import type { RecoveryMachineView } from '@tresor/contracts';
import { assumedDuration, outlineOf, type TimedStep } from '@tresor/support-matrix';
import { expect, it } from 'vitest';
import { recoveryMachineOf } from '../../../testing/recovery-plan';
import { stepsTo } from './planned-machines';
import { isOverdue, remainingMachine } from './remaining-machines';

const NOW = Date.parse('2026-11-27T10:00:00Z');
const waiting = recoveryMachineOf('OrdersSql01', { wanted: { rtoMinutes: null, rpoMinutes: null } });
const durationOf = (step: TimedStep) =>
  step === 'disks' ? { low: 600, expected: 1200, high: 3600, basis: { kind: 'vault' as const, count: 3 } } : assumedDuration(step);
const left = (change: Partial<RecoveryMachineView>, kind: 'as-it-was' | 'isolated' = 'as-it-was') =>
  remainingMachine({ ...waiting, ...change }, durationOf, stepsTo({ target: { kind }, rehearsal: null }), NOW);

it('of one that has not begun everything is left, and at the least it needs no keys', () => {
  const steps = left({})?.steps;
  expect(steps?.map(({ step }) => step)).toEqual(['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care']);
  expect(steps?.find(({ step }) => step === 'keys')?.span.low).toBe(0);
});

it('of disks that come back what has passed is taken off', () => {
  const [disks] = left({ state: 'disks', begunAt: '2026-11-27T09:45:00Z' })?.steps ?? [];
  expect(disks?.span).toMatchObject({ low: 0, expected: 300, high: 2700 });
});

it('of one that is looked at the steps are left that are not done', () => {
  const steps = [
    { step: 'disks', state: 'done' },
    { step: 'machine', state: 'done' },
    { step: 'protection', state: 'running' },
    { step: 'after-care', state: 'blocked' },
  ] satisfies RecoveryMachineView['steps'];
  expect(left({ state: 'running', steps })?.steps.map(({ step }) => step)).toEqual(['protection', 'after-care']);
});

it('of one in isolation no backup is left, begun or not', () => {
  const steps = [
    { step: 'encryption', state: 'running' },
    { step: 'protection', state: 'blocked' },
  ] satisfies RecoveryMachineView['steps'];
  const named = (machine: ReturnType<typeof left>) => machine?.steps.map(({ step }) => step);
  expect(named(left({}, 'isolated'))).toEqual(['disks', 'keys', 'machine', 'encryption', 'after-care']);
  expect(named(left({ state: 'running', steps }, 'isolated'))).toEqual(['encryption']);
});

it('a rehearsal removes what it made as a whole, not machine by machine', () => {
  const rehearsal = { of: 'plan', phase: 'running' as const, left: [], removedAt: null };
  expect(stepsTo({ target: { kind: 'isolated' }, rehearsal })).toEqual(['disks', 'keys', 'machine', 'encryption']);
});

it('nothing is foretold of one that does not go on by itself', () => {
  for (const state of ['done', 'held', 'needs-person', 'refused', 'stopped', 'taken-out'] as const) expect(left({ state })).toBeNull();
});

it('disks that take longer than was ever seen are told', () => {
  const begunAt = ['2026-11-27T09:45:00Z', '2026-11-27T08:45:00Z'];
  expect(begunAt.map((at) => isOverdue({ ...waiting, state: 'disks', begunAt: at }, durationOf, NOW))).toEqual([false, true]);
});

it('the less is left, the sooner the whole ends', () => {
  const ends = [left({ state: 'disks-there' }), left({ state: 'disks', begunAt: '2026-11-27T09:45:00Z' }), left({})].map(
    (machine) => outlineOf(machine === null ? [] : [machine]).total.expected,
  );
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  expect(ends[0]).toBeGreaterThan(0);
});

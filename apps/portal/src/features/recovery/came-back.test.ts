import { expect, test } from 'vitest';
import { cameBack } from './came-back';
import { outcomeOf, standingStatus } from './standing-status';

type Machine = Parameters<typeof cameBack>[0]['machines'][number];

const REHEARSAL = { of: '', left: [], removedAt: null, phase: 'removed' as const };
const of = (machines: Machine[], isRehearsal = false) => cameBack({ machines, rehearsal: isRehearsal ? REHEARSAL : null });
const done: Machine = { state: 'done', proof: null };

test('who was taken out is not missing', () => {
  expect(of([done, done, { state: 'taken-out', proof: null }])).toEqual({ done: 2, total: 2 });
});

test('in a rehearsal a machine ran when its agent answered', () => {
  const machines = [true, false].map((agentReady): Machine => ({ state: 'done', proof: { agentReady } }));
  expect(of([...machines, done], true)).toEqual({ done: 1, total: 3 });
});

test.each([
  [{ done: 3, total: 3, unseen: 0 }, 'success'],
  [{ done: 3, total: 3, unseen: 7 }, 'unknown'],
  [{ done: 2, total: 3, unseen: 7 }, 'warning'],
  [{ done: 0, total: 0, unseen: 0 }, 'warning'],
])('a plan that has ended with %o is told as %s', (counts, status) => {
  expect(standingStatus('ended', outcomeOf(counts))).toBe(status);
});

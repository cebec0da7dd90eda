import { expect, test } from 'vitest';
import { listGap, planGap, restoreGap, runGap } from './poll-gap';

const steps = (...states: ('done' | 'running' | 'ready' | 'blocked' | 'failed')[]) => states.map((state) => ({ state }));

test('a restore that waits for a person is looked at every few seconds, for somebody else may take the step', () => {
  expect(restoreGap(steps('done', 'ready', 'blocked'), 1)).toBe(5_000);
  expect(restoreGap(steps('done', 'failed', 'blocked'), 500)).toBe(5_000);
});

test('one that runs is looked at more often, and one that is over not at all', () => {
  expect(restoreGap(steps('done', 'running', 'ready'), 1)).toBe(3_000);
  expect(restoreGap(steps('done', 'done'), 1)).toBe(false);
  expect(restoreGap(undefined, 0)).toBe(false);
});

test('a run that needs a person is looked at, but for one of a rehearsal that was removed again', () => {
  const stop = { step: 'disks', command: null, code: null, azureCode: null, azureMessage: null, needs: [] } as const;
  const gapOf = (reason: 'stuck' | 'rehearsal-removed') =>
    planGap({ state: 'needs-person', since: '2017-01-18T10:00:00.000Z', stop: { ...stop, reason, needs: [] } });
  expect(gapOf('stuck')).toBe(5_000);
  expect(gapOf('rehearsal-removed')).toBe(false);
});

test('a paused plan is looked at again now and then, one that is over is not', () => {
  expect(runGap('paused', 'ended')).toBe(30_000);
  expect(runGap('paused', 'running')).toBe(3_000);
  expect(runGap('ended', 'cancelled', 'planned', undefined)).toBe(false);
});

test('a list that was looked at all day is looked at closely again as soon as something else runs', () => {
  const query = { state: { dataUpdateCount: 0 } };
  const gapAfter = (looks: number, ...running: string[]) => {
    query.state.dataUpdateCount += looks;
    return listGap(query, running);
  };
  expect(gapAfter(1, 'backup')).toBe(3_000);
  expect(gapAfter(400, 'backup')).toBe(300_000);
  expect(gapAfter(1, 'backup', 'restore')).toBe(3_000);
  expect(gapAfter(1)).toBe(false);
});

import { expect, test } from 'vitest';
import { takesLong } from './job-words';

test('a job that still runs after a day takes unusually long, one that has ended does not', () => {
  const job = { status: 'InProgress', durationSeconds: 90_000 };
  expect(takesLong(job)).toBe(true);
  expect(takesLong({ ...job, durationSeconds: 3_600 })).toBe(false);
  expect(takesLong({ ...job, durationSeconds: null })).toBe(false);
  expect(takesLong({ ...job, status: 'Completed' })).toBe(false);
});

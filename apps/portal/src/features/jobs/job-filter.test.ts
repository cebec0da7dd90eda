import { expect, test } from 'vitest';
import { ESTATE_RANGES, filterIn, FIRST_FILTER, matchingJobs, searchOf } from './job-filter';

const roundTrip = (search: string) => new URLSearchParams(searchOf(filterIn(new URLSearchParams(search), ESTATE_RANGES))).toString();

test('an address keeps what was chosen, and nothing else', () => {
  expect(roundTrip('days=14&status=Failed&operation=Backup')).toBe('days=14&status=Failed&operation=Backup');
  expect(roundTrip('days=14&machine=Vm+1&day=2026-06-30')).toBe('days=14&machine=Vm+1&day=2026-06-30');
  expect(searchOf(FIRST_FILTER)).toEqual({});
});

test('what an address cannot mean is left as at first', () => {
  expect(filterIn(new URLSearchParams('days=3650&day=yesterday'), ESTATE_RANGES)).toEqual(FIRST_FILTER);
});

const job = (id: string, workload: string, startTime: string | null) => ({
  id,
  workload,
  startTime,
  operation: 'Backup',
  status: 'Completed',
  endTime: null,
  durationSeconds: null,
});
const at = (day: number) => new Date(2026, 5, day, 3).toISOString();

test('a machine and a day narrow the jobs to those of that machine on that day', () => {
  const jobs = [job('a', 'Vm', at(29)), job('b', 'vm', at(30)), job('c', 'Other', at(30)), job('d', 'vm', null)];
  const found = (search: string) => matchingJobs(jobs, filterIn(new URLSearchParams(search), ESTATE_RANGES)).map(({ id }) => id);
  expect(found('machine=VM')).toEqual(['a', 'b', 'd']);
  expect(found('machine=vm&day=2026-06-30')).toEqual(['b']);
});

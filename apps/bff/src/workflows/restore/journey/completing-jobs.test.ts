import { expect, it } from 'vitest';
import { completedBy, completingJobs, completingRequest, withoutCompleting } from './completing-jobs';

const first = { id: 'A', requestId: 'of-a-person' };
const second = { id: 'b', requestId: completingRequest('A') };
const third = { id: 'C', requestId: completingRequest('b') };
const other = { id: 'd', requestId: 'of-another' };
const jobs = [other, third, second, first];

it('what was restored again belongs to the restore that lacked it, also what had to be restored once more', () => {
  expect(completingJobs(jobs, 'A')).toEqual([second, third]);
  expect(completingJobs(jobs, 'a')).toEqual([second, third]);
  expect(completingJobs(jobs, 'd')).toEqual([]);
});

it('also where the same was restored again twice', () => {
  const twin = { id: 'B2', requestId: completingRequest('A') };
  const ofTwin = { id: 'C2', requestId: completingRequest('B2') };
  expect(completingJobs([ofTwin, third, twin, second, first], 'A')).toEqual([second, twin, third, ofTwin]);
});

it('a job says which restore it completes', () => {
  expect(completedBy(jobs, third)).toBe('A');
  expect(completedBy(jobs, second)).toBe('A');
  expect(completedBy(jobs, first)).toBeNull();
});

it('a list of restores has each once', () => {
  expect(withoutCompleting(jobs)).toEqual([other, first]);
});

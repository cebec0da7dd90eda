import { type ProvenRestore } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { formatsOf } from '../../language/formats';
import { english } from '../../testing/texts';
import { itemOf } from '../../testing/places';
import { provenStatus, provenWords } from './proven-words';

const item = itemOf('OrdersSql01');
const proven: ProvenRestore = {
  item,
  at: '2026-11-27T08:00:00Z',
  isProven: true,
  pointTime: '2026-11-27T02:00:00Z',
  recoverySeconds: 3_600,
  pointAgeSeconds: 18_000,
  objectives: { rtoMinutes: null, rpoMinutes: null },
  planId: '9c0a3c2e-30b5-4f0e-9a39-6f1cf2bb4a7d',
  isRehearsal: true,
};
const words = (objectives: ProvenRestore['objectives']) =>
  provenWords({ ...proven, objectives }, english, formatsOf('en'), new Date('2026-11-27T10:00:00Z'));

it('what was measured stands beside what is wanted, each with whether it was met', () => {
  expect(words({ rtoMinutes: 120, rpoMinutes: 240 })).toBe(
    '2 hours ago: running after 01:00:00 (RTO 02:00:00: met); data 05:00:00 old (RPO 04:00:00: not met)',
  );
  expect(provenStatus({ ...proven, objectives: { rtoMinutes: 120, rpoMinutes: 240 } })).toBe('warning');
});

it('nothing is said of what nobody wanted, and that it is not known is said', () => {
  expect(words({ rtoMinutes: null, rpoMinutes: null })).toBe('2 hours ago: running after 01:00:00');
  expect(words(null)).toContain('isn’t known: its tags couldn’t be seen');
  expect(provenStatus({ ...proven, objectives: null })).toBe('success');
});

it('what was seen a moment ago is not told as what is to come', () => {
  const aSecondBefore = new Date('2026-11-27T07:59:59Z');
  expect(provenWords(proven, english, formatsOf('en'), aSecondBefore)).toBe('now: running after 01:00:00');
});

it('of what neither plan nor rehearsal brought up it is said which would count', () => {
  expect(provenWords(undefined, english, formatsOf('en'), new Date('2026-11-27T10:00:00Z'))).toBe('never by a plan or rehearsal');
});

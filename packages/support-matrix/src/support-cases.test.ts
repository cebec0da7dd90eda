import { expect, it } from 'vitest';
import { EDITIONS } from './facts';
import { mayTurnSoftDeleteOff } from './service-limits';
import { SUPPORT_CASES, supportOf } from './support-cases';

it('every case is named once', () => {
  expect(new Set(SUPPORT_CASES.map(({ id }) => id)).size).toBe(SUPPORT_CASES.length);
});

it('whatever an edition says rests on a dated text of the public documentation', () => {
  for (const { support, source } of SUPPORT_CASES.flatMap(({ editions }) => EDITIONS.map((edition) => editions[edition]))) {
    expect(source === null).toBe(support === 'not-applicable');
    if (source) expect(source.url).toMatch(/^https:\/\/learn\.microsoft\.com\/(azure|powershell)\//);
    if (source) expect(source.date).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
  }
});

it('a BEK alone was refused in January 2017 and is accepted today', () => {
  expect(supportOf('ade-bek-only', '2017-01').support).toBe('not-supported');
  expect(supportOf('ade-bek-only', 'current').support).toBe('supported');
});

it('soft delete stays on today, as its case says', () => {
  for (const edition of EDITIONS) {
    expect(mayTurnSoftDeleteOff(edition)).toBe(supportOf('soft-delete-for-good', edition).support === 'not-applicable');
  }
});

import { expect, it } from 'vitest';
import { newsOf, type RunCalls } from './news-of-run';

const calls = (standing: RunCalls['standing'], ...open: string[]): RunCalls => ({ standing, open: new Set(open) });

it('a machine that does not go on by itself is news once, and that a person helped is none', () => {
  expect(newsOf(calls('goes-on'), calls('goes-on', 'A'))).toBe('person');
  expect(newsOf(calls('goes-on', 'A'), calls('goes-on', 'A'))).toBeNull();
  expect(newsOf(calls('goes-on', 'A', 'B'), calls('goes-on', 'A'))).toBeNull();
  expect(newsOf(calls('goes-on', 'A'), calls('goes-on', 'B'))).toBe('person');
});

it.each(['sign-in', 'ended', 'cancelled'] as const)('%s is news once, whatever else there is', (standing) => {
  expect(newsOf(calls('goes-on'), calls(standing, 'A'))).toBe(standing);
  expect(newsOf(calls(standing), calls(standing, 'A'))).toBeNull();
});

it('a run that goes on again is no news', () => {
  expect(newsOf(calls('sign-in', 'A'), calls('goes-on', 'A'))).toBeNull();
});

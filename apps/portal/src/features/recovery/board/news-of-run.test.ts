import { expect, it } from 'vitest';
import { callsOf, isOver, newsOf, type RunCalls } from './news-of-run';

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

const adele = { name: 'Adele Vance', username: 'adele@contoso.com' };
const byAdele = { by: adele, at: '2017-01-18T09:00:00Z' };
const running = { state: 'running', inNameOf: adele, until: '2017-01-18T10:00:00Z' } as const;
const paused = { state: 'paused', ...byAdele } as const;

it('only what runs waits for the sign-in to which a tab leaves', () => {
  expect(callsOf({ standing: running, machines: [] }, true).standing).toBe('sign-in');
  expect(callsOf({ standing: paused, machines: [] }, true).standing).toBe('goes-on');
});

it('a paused run is followed until its plan is deleted', () => {
  expect(isOver({ standing: paused, removed: null })).toBe(false);
  expect(isOver({ standing: paused, removed: byAdele })).toBe(true);
});

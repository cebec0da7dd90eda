// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { traceparent } from './traceparent';

/** W3C Trace Context, 3.2: no id consists of zeros alone. */
const WELL_FORMED = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-01$/;

const read = () => WELL_FORMED.exec(traceparent())?.slice(1) ?? [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  window.history.replaceState(null, '', '/');
});

it('requests of a page are of one trace, each a span of its own', () => {
  window.history.replaceState(null, '', '/vaults');
  const [trace, span] = read();
  const [sameTrace, otherSpan] = read();
  expect(trace).toHaveLength(32);
  expect(sameTrace).toBe(trace);
  expect(otherSpan).not.toBe(span);
});

it('another page begins another, and so does a minute on the same', () => {
  window.history.replaceState(null, '', '/jobs');
  const [first] = read();
  window.history.replaceState(null, '', '/vaults');
  const [second] = read();
  vi.advanceTimersByTime(61_000);
  const [third] = read();
  expect(new Set([first, second, third]).size).toBe(3);
});

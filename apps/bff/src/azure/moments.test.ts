import { expect, it } from 'vitest';
import { secondsOf } from './moments';

it.each([
  ['PT7M37.6357653S', 457],
  ['P1DT2H', 93_600],
  ['PT0S', 0],
  ['01:54:22.3700000', 6_862],
  ['13.23:59:43.5751125', 1_209_583],
  ['646644', null],
  ['1:2:3', null],
  ['', null],
  [null, null],
])('%s lasts %s seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

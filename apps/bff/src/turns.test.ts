import { expect, it } from 'vitest';
import { inTurns } from './turns';

/** Work that keeps the processor for that long. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

it.each([
  ['at once', (one: number) => (work(4), one)],
  ['by promises that wait for nothing', async (one: number) => (work(4), one)],
])('others have their turn while a long list is worked through %s', async (_how, each) => {
  let turns = 0;
  let isDone = false;
  const others = () => {
    turns += 1;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  const list = Array.from({ length: 20 }, (_, at) => at);
  expect(await inTurns<number, number>(list, each)).toEqual(list);
  isDone = true;
  expect(turns).toBeGreaterThan(3);
});

import { setImmediate as othersFirst } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/** Work that takes its time, such as reading a long answer: one piece after another, and whoever waits for something else comes between. */
export function inTurn<T>(work: () => T): Promise<T> {
  const turn = last.then(async () => {
    await othersFirst();
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
}

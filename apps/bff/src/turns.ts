import { setImmediate as nextTurn } from 'node:timers/promises';
import pLimit from 'p-limit';

/** Others wait no longer than this, and a record more. */
const TURN_MS = 10;

/** Works through a list that may be long, and lets whatever else is to be done have its turn in between. */
export async function inTurns<One, Made>(list: Iterable<One>, work: (one: One) => Made | Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  let began = performance.now();
  for (const one of list) {
    made.push(await work(one));
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
  return made;
}

/** Does what is to be done for each, so many at once. Where one fails, that is told once nothing of it goes on any more. */
export async function sideBySide<One, Done>(list: readonly One[], most: number, work: (one: One) => Promise<Done>): Promise<Done[]> {
  const limit = pLimit(most);
  const working = list.map((one) => limit(() => work(one)));
  await Promise.allSettled(working);
  return Promise.all(working);
}

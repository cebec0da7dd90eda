import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenOut } from './even-out';

const WORKERS = ['one', 'two', 'three', 'four'];
const ROUNDS = 4;
const held = fc.array(fc.record({ holder: fc.constantFrom(...WORKERS), isFree: fc.boolean() }), { maxLength: 40 });
type Held = { holder: string; isFree: boolean };

async function takenBy(own: string, all: readonly Held[]): Promise<number> {
  const taken = new Set<Held>();
  await evenOut(all, own, async (one) => {
    if (one.isFree) taken.add(one);
    return one.isFree;
  });
  for (const one of taken) one.holder = own;
  return taken.size;
}

const countsOf = (all: readonly Held[]) => WORKERS.map((worker) => all.filter(({ holder }) => holder === worker).length);

it('one after the other, all have the same but for one, unless what is too much cannot be taken now, and then nothing moves any more', async () => {
  await fc.assert(
    fc.asyncProperty(held, async (all) => {
      for (let round = 0; round < ROUNDS; round += 1) for (const worker of WORKERS) await takenBy(worker, all);
      const counts = countsOf(all);
      const least = Math.min(...counts);
      for (const [at, worker] of WORKERS.entries())
        if ((counts[at] ?? 0) - least > 1) expect(all.filter(({ holder, isFree }) => holder === worker && isFree)).toEqual([]);
      for (const worker of WORKERS) expect(await takenBy(worker, all)).toBe(0);
    }),
  );
});

const unequal = () => ['one', 'one', 'one', 'one', 'one', 'one', 'two'].map((holder) => ({ holder, isFree: true }));

it('takes nothing from itself, and from others no more than it lacks', async () => {
  expect(await Promise.all(['one', 'two', 'three'].map((own) => takenBy(own, unequal())))).toEqual([0, 2, 3]);
});

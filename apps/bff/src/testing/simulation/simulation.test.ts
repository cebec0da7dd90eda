import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from './ground';
import { PLANTS } from './plants';
import { runSeed } from './run-seed';

/** The first of those that `npm run simulate` goes through. */
const SEEDS = 15;
const PLANTED_WITHIN = 1_000;
const PATIENCE_MS = 240_000;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('a seed is one history, again and again', async () => {
  expect(await runSeed(stage, 7)).toEqual(await runSeed(stage, 7));
});

it('what else lives in the process takes nothing from a history', async () => {
  const alone = await runSeed(stage, 7);
  const run = { over: false };
  const live = () => {
    Math.random();
    randomUUID();
    if (!run.over) setImmediate(live);
  };
  live();
  const beside = await runSeed(stage, 7);
  run.over = true;
  expect(beside).toEqual(alone);
});

it(
  'nothing is done twice and nothing stays unknown, whatever is lost, killed or stands still',
  async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { breaches, trace } = await runSeed(stage, seed);
      expect(breaches, `seed ${seed}\n${trace.join('\n')}`).toEqual([]);
    }
  },
  PATIENCE_MS,
);

async function seedThatFinds(plant: string): Promise<number | undefined> {
  for (let seed = 1; seed <= PLANTED_WITHIN; seed += 1) if ((await runSeed(stage, seed, { plant })).breaches.length > 0) return seed;
  return undefined;
}

// The others are looked for by `npm run simulate -- --plants`.
it.each(['the claim is not kept', 'a doubt is taken for a refusal'])(
  'a fault planted on purpose is found: %s',
  async (plant) => {
    expect(Object.keys(PLANTS)).toContain(plant);
    expect(await seedThatFinds(plant)).toBeDefined();
  },
  PATIENCE_MS,
);

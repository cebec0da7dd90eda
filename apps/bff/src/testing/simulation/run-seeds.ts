import { openStage } from './ground';
import { PLANTS } from './plants';
import { runSeed, type SeedOptions, type SeedResult } from './run-seed';

export interface SeedSpan extends SeedOptions {
  from: number;
  to: number;
  /** Every how manieth seed of the span, so that several threads share it. */
  step: number;
}

/** Runs a span of seeds; ends early when `onResult` says so. */
export async function runSeeds({ from, to, step, ...options }: SeedSpan, onResult: (result: SeedResult) => boolean): Promise<void> {
  await using stage = await openStage();
  for (let seed = from; seed <= to; seed += step) if (!onResult(await runSeed(stage, seed, options))) return;
}

const PLANTED_WITHIN = 1_000;

export interface FoundPlant {
  plant: string;
  /** Undefined where nothing found it. */
  found: Pick<SeedResult, 'seed' | 'breaches'> | undefined;
}

/** Looks for the first seed that finds each fault which is planted on purpose; each thread for its share of them. */
export async function findPlants({ from, step }: Pick<SeedSpan, 'from' | 'step'>, onResult: (result: FoundPlant) => void): Promise<void> {
  await using stage = await openStage();
  for (const [at, plant] of Object.keys(PLANTS).entries()) {
    if (at % step !== from) continue;
    let found: SeedResult | undefined;
    for (let seed = 1; seed <= PLANTED_WITHIN && !found; seed += 1) {
      const result = await runSeed(stage, seed, { plant });
      if (result.breaches.length > 0) found = result;
    }
    onResult({ plant, found: found && { seed: found.seed, breaches: found.breaches } });
  }
}

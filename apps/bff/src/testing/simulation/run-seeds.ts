import { openStage } from './ground';
import { runSeed, type SeedResult } from './run-seed';

export { PLANTS } from './plants';

export interface SeedSpan {
  from: number;
  to: number;
  /** Every how manieth seed of the span, so that several threads share it. */
  step: number;
  plant?: string;
}

/** Runs a span of seeds; ends early when `onResult` says so. */
export async function runSeeds({ from, to, step, plant }: SeedSpan, onResult: (result: SeedResult) => boolean): Promise<void> {
  await using stage = await openStage();
  for (let seed = from; seed <= to; seed += step) if (!onResult(await runSeed(stage, seed, plant))) return;
}

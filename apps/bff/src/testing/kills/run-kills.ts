import { join } from 'node:path';
import { startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { RehearsalRound } from './rehearsal-round';
import { Round, type KillOptions } from './round';
import { RunRound } from './run-round';
import { SharedRunRound } from './shared-run-round';

export interface KillResult {
  how: keyof typeof ROUNDS;
  /** Milliseconds until what each server left was brought on: by another server, or when a person opened it. */
  recovery: number[];
}

const HOUR = 3_600_000;

type Begin = (options: KillOptions, azure: LocalAzure, round: number) => { run: () => Promise<number[]> };

const ROUNDS = {
  frozen: (options, azure, round) => new Round(options, azure, 'frozen', round),
  killed: (options, azure, round) => new Round(options, azure, 'killed', round),
  'killed amid a run': (options, azure, round) => new RunRound(options, azure, round),
  'killed amid a run that they share': (options, azure, round) => new SharedRunRound(options, azure, round),
  'killed amid a rehearsal': (options, azure, round) => new RehearsalRound(options, azure, round),
} as const satisfies Record<string, Begin>;

/** Those of a group at once: with more servers that start all the time none would go on in time. */
const GROUPS = [['frozen', 'killed', 'killed amid a run'], ['killed amid a run that they share'], ['killed amid a rehearsal']] as const;

/**
 * Two servers share a store, one has its own with a restore that runs by itself, three share one of many, and one has a rehearsal. Again and again the first one is frozen or killed amid an order: the other one brings it on in time, what
 * goes on later writes nothing any more, and in the end everything was done once. @throws at the first thing that is wrong
 */
export async function runKills(options: KillOptions): Promise<KillResult[]> {
  const results: KillResult[] = [];
  for (const group of GROUPS) {
    const kinds = group.map((how) => runKind(options, how));
    // Whatever is wrong with one, the other ends the servers that it started.
    await Promise.allSettled(kinds);
    results.push(...(await Promise.all(kinds)));
  }
  return results;
}

async function runKind(options: KillOptions, how: KillResult['how']): Promise<KillResult> {
  const azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, seed: 'contoso', control: true, throttle: false });
  azure.advance((33 * HOUR - (azure.world.clock.now() % (24 * HOUR))) % (24 * HOUR));
  const world = join(options.folder, `${how}.world`);
  azure.world.save(world);
  try {
    const recovery: number[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      azure.world.load(world);
      recovery.push(...(await ROUNDS[how](options, azure, round).run()));
    }
    return { how, recovery };
  } finally {
    await azure.stop();
  }
}

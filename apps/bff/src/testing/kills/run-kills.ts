import { join } from 'node:path';
import { startLocalAzure } from '@tresor/local-azure';
import { Round, type Harm, type KillOptions } from './round';

export interface KillResult {
  how: Harm;
  /** Milliseconds until another server had brought on what the first one left. */
  recovery: number[];
}

const HOUR = 3_600_000;

/**
 * Two servers share a store. Again and again the first one is frozen or killed amid an order: the other one brings it on in time, what
 * goes on later writes nothing any more, and in the end everything was done once. @throws at the first thing that is wrong
 */
export async function runKills(options: KillOptions): Promise<KillResult[]> {
  const kinds = (['frozen', 'killed'] as const).map((how) => runKind(options, how));
  // Whatever is wrong with one, the other ends the servers that it started.
  await Promise.allSettled(kinds);
  return Promise.all(kinds);
}

async function runKind(options: KillOptions, how: Harm): Promise<KillResult> {
  const azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, seed: 'contoso', control: true });
  azure.advance((33 * HOUR - (azure.world.clock.now() % (24 * HOUR))) % (24 * HOUR));
  const world = join(options.folder, `${how}.world`);
  azure.world.save(world);
  try {
    const recovery: number[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      azure.world.load(world);
      recovery.push(await new Round(options, azure, how, round).run());
    }
    return { how, recovery };
  } finally {
    await azure.stop();
  }
}

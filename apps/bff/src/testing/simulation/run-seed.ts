import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { memoryStores } from '../memory/stores';
import { ONCE_TIMES } from '../../workflows/once/command';
import { Checks } from './checks';
import type { Stage } from './ground';
import { Life } from './life';
import { PLANTS, type Ground } from './plants';
import { Random } from './random';
import { enableOnce, orderOnce, type Cast } from './scenarios';
import { SimulatedServer } from './server';
import { openWire } from './wire';

const MINUTE = 60_000;
/** All is calm from here on; what is still open then has time enough to settle. */
const CALM_FROM = 2 * MINUTE;
const LONGEST_RUN = 50 * MINUTE;
const HARM = 0.25;
const STRIKES = 0.01;

export interface SeedResult {
  seed: number;
  breaches: string[];
  trace: string[];
  /** How many answers were lost after Azure had done what it was asked to. */
  lostAnswers: number;
}

/** Runs one history: the seed alone says what happens in it, and running it again shows the same. */
export async function runSeed(stage: Stage, seed: number, plant?: string): Promise<SeedResult> {
  const { azure, time, principal } = stage;
  const random = new Random(seed);
  const realUuid = crypto.randomUUID;
  time.install(() => random.next());
  crypto.randomUUID = () => random.uuid();
  syncBuiltinESMExports();
  const trace: string[] = [];
  const note = (line: string) => void trace.push(`${(time.now / 1_000).toFixed(3)} ${line}`);
  const checks = new Checks();
  try {
    azure.world.load(stage.world);
    azure.setListLag(random.one([0, MINUTE, 10 * MINUTE]));
    const stores = memoryStores();
    const ground: Ground = {
      intents: stores.intents,
      batches: stores.batches,
      times: { ...ONCE_TIMES },
      wire: { repeatsPosts: false, hidesRequestId: false },
    };
    if (plant !== undefined) PLANTS[plant]?.(ground);
    const intentId = random.uuid();
    const watched = { ...stores, batches: checks.watching(ground.batches) };
    const isCalm = () => time.now > CALM_FROM;
    let count = 0;
    const start = () => {
      const life = new Life(`server ${(count += 1)}`, random, () => (isCalm() ? 0 : STRIKES), note);
      const wire = openWire({
        azure,
        time,
        random,
        life,
        harm: () => (isCalm() ? 0 : HARM),
        planted: ground.wire,
        leaves: (request) => checks.leaves(request, stores.intents, intentId),
        arrived: (request, status) => checks.arrived(request, status),
        trace: note,
      });
      return new SimulatedServer(life, watched, wire, principal, ground.times);
    };
    const servers = [start(), start()];
    const cast: Cast = {
      random,
      time,
      checks,
      intentId,
      trace: note,
      server() {
        const at = random.below(servers.length);
        const known = servers[at];
        if (known && !known.life.dead) return known;
        const next = start();
        servers[at] = next;
        return next;
      },
    };
    const run = { over: false };
    const scenario = seed % 3 === 0 ? enableOnce(cast) : orderOnce(cast);
    void scenario
      .catch((error: unknown) => checks.breach(`the run broke off: ${String(error)}`))
      .finally(() => {
        run.over = true;
      });
    while (!run.over && time.now < LONGEST_RUN && (await time.step()));
    if (!run.over) checks.breach('something was never settled');
    return { seed, breaches: checks.breaches, trace, lostAnswers: trace.filter((line) => line.endsWith('-after')).length };
  } finally {
    crypto.randomUUID = realUuid;
    syncBuiltinESMExports();
    time.uninstall();
  }
}

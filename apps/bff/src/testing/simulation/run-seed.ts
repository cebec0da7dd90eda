import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { LONGEST_LIST_LAG_MS } from '../../azure/jobs/jobs';
import { memoryStores } from '../memory/stores';
import { ONCE_TIMES } from '../../workflows/once/command';
import { Checks } from './checks';
import type { Stage } from './ground';
import { Life } from './life';
import { PLANTS, type Ground } from './plants';
import { Random } from './random';
import { SCENARIOS, type Cast } from './scenarios';
import { SimulatedServer, type SimulatedPerson } from './server';
import { watchedBatches } from './watched-batches';
import { watchedPlans } from './watched-plans';
import { openWire } from './wire';

const MINUTE = 60_000;
/** All is calm from here on; what is still open then has time enough to settle. */
const CALM_FROM = 2 * MINUTE;
const LONGEST_RUN = 50 * MINUTE;
/** Share of the writes that come to harm, on an ordinary day and in a storm. */
const STORM = 0.85;
const HARM = [0.25, 0.25, STORM] as const;
const STRIKES = 0.006;

export interface SeedResult {
  seed: number;
  breaches: string[];
  trace: string[];
  /** How many answers to writes were lost after Azure had done what it was asked to. */
  lostAnswers: number;
}

export interface SeedOptions {
  /** A fault that is planted on purpose. */
  plant?: string;
  /** Whether most answers are lost while lists lag for as long as they may. */
  hardest?: boolean;
}

/** Runs one history: the seed alone says what happens in it, and running it again shows the same. */
export const runSeed = (stage: Stage, seed: number, options: SeedOptions = {}): Promise<SeedResult> =>
  stage.time.asRun(() => runHistory(stage, seed, options));

async function runHistory(stage: Stage, seed: number, { plant, hardest = false }: SeedOptions): Promise<SeedResult> {
  const { azure, time } = stage;
  const random = new Random(seed);
  const realUuid = crypto.randomUUID;
  time.install(() => random.next());
  const isOurs = time.ofThisRun();
  crypto.randomUUID = () => (isOurs() ? random.uuid() : realUuid());
  syncBuiltinESMExports();
  const trace: string[] = [];
  const note = (line: string) => void trace.push(`${(time.now / 1_000).toFixed(3)} ${line}`);
  const checks = new Checks();
  let lostAnswers = 0;
  try {
    azure.world.load(stage.world);
    azure.setUnkindness(hardest ? 'longest' : { seed });
    azure.setListLag(hardest ? LONGEST_LIST_LAG_MS : random.one([0, MINUTE, LONGEST_LIST_LAG_MS]));
    const stores = memoryStores();
    const ground: Ground = {
      intents: stores.intents,
      batches: stores.batches,
      plans: stores.restorePlans,
      times: { ...ONCE_TIMES },
      wire: { repeatsPosts: false, hidesRequestId: false },
    };
    if (plant !== undefined) PLANTS[plant]?.(ground);
    const intentId = random.uuid();
    const breach = (sentence: string) => checks.breach(sentence);
    const watched = {
      ...stores,
      batches: watchedBatches(ground.batches, breach),
      restorePlans: watchedPlans(ground.plans, breach),
    };
    const claimed = new Set<string>();
    const claim = ground.intents.claim.bind(ground.intents);
    ground.intents.claim = (intent) => {
      claimed.add(intent.intentId);
      return claim(intent);
    };
    const isCalm = () => time.now > CALM_FROM;
    const harm = hardest ? STORM : random.one(HARM);
    let count = 0;
    const start = () => {
      const life = new Life(`server ${(count += 1)}`, random, () => (isCalm() ? 0 : STRIKES), note);
      const wire = openWire({
        azure,
        time,
        random,
        life,
        harm: () => (isCalm() ? 0 : harm),
        planted: ground.wire,
        leaves: (request) => checks.leaves(request, stores.intents, claimed),
        arrived: (request, status) => checks.arrived(request, status),
        lost: () => (lostAnswers += 1),
        trace: note,
      });
      return new SimulatedServer(life, watched, wire, personOf(stage), ground.times);
    };
    const servers: (SimulatedServer | undefined)[] = [undefined, undefined];
    const cast: Cast = {
      random,
      checks,
      intentId,
      pointId: stage.pointId,
      restoreId: stage.restoreId,
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
    const scenario = SCENARIOS[seed % SCENARIOS.length] ?? SCENARIOS[0];
    void scenario(cast)
      .catch((error: unknown) => checks.breach(`the run broke off: ${String(error)}`))
      .finally(() => {
        run.over = true;
      });
    while (!run.over && time.now < LONGEST_RUN && (await time.step()));
    if (!run.over) checks.breach('something was never settled');
    return { seed, breaches: checks.breaches, trace, lostAnswers };
  } finally {
    crypto.randomUUID = realUuid;
    syncBuiltinESMExports();
    time.uninstall();
  }
}

const personOf = ({ principal, storageToken }: Stage): SimulatedPerson => ({
  principal: () => Promise.resolve(principal),
  onBehalfOf: async ({ assertion }, scope) => ({
    token: scope.includes('storage') ? storageToken : assertion,
    expiresAt: Date.now() + 3_600_000,
  }),
});

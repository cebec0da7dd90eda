import { restorePlan } from '@tresor/contracts';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { asker, beforeNextLook, type Ask } from '../../../testing/ask';
import { beginRestore, decide, endTokens, isAllDone, letGoOn, lookAtPlan, proposedAnswers, twice } from '../../../testing/planning';
import { ADELE, ALEX, allowBlobs, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import type { TestServer } from '../../../testing/start-test-server';

const MINUTE = 60_000;
/** No time that anything is expected to take: nothing waits for it to pass. */
const PATIENCE_MS = 60_000;

/** What is told to Azure once, and what is read; a fault strikes one of them. */
const OPERATIONS = ['PUT .*/virtualMachines/Alone$', 'PUT .*/protectedItems/', 'POST .*/backup$', 'PUT .*/keys/', 'GET .*/backupJobs/'];

type Event =
  | { kind: 'pass'; minutes: number }
  | { kind: 'open'; person: string; server: number }
  | { kind: 'restart'; server: number }
  | { kind: 'fault'; operation: string; fault: '503' | '429' | 'reset' | 'reset-after' }
  | { kind: 'end-tokens' }
  | { kind: 'stop-and-decide' };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass'), minutes: fc.constantFrom(5, 20, 90) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('open'), person: fc.constantFrom('adele', 'alex', 'megan'), server: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart'), server: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fault'),
      operation: fc.constantFrom(...OPERATIONS),
      fault: fc.constantFrom('503', '429', 'reset', 'reset-after'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'end-tokens' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'stop-and-decide' }) },
);

/** Two servers over one store, which come and go. */
class Pair {
  readonly #contoso: Contoso;
  readonly servers: TestServer[];

  constructor(contoso: Contoso, servers: TestServer[]) {
    this.#contoso = contoso;
    this.servers = servers;
  }

  async restart(index: number): Promise<void> {
    const old = this.servers[index];
    if (!old) return;
    await old[Symbol.asyncDispose]();
    this.servers[index] = await this.#contoso.startAnother({ dataDir: old.dataDir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.servers) await server[Symbol.asyncDispose]();
  }
}

async function happen(contoso: Contoso, ask: Ask, pair: Pair, path: string, event: Event): Promise<void> {
  switch (event.kind) {
    case 'pass':
      contoso.azure.advance(event.minutes * MINUTE);
      // As long as somebody looks who only looks.
      await watchRestore(ask, path, () => true, { person: 'megan' }).catch(() => undefined);
      return;
    case 'open':
      await lookAtPlan(ask, path, { person: event.person, server: pair.servers[event.server] ?? contoso.server }).catch(() => undefined);
      return;
    case 'restart':
      return pair.restart(event.server);
    case 'fault':
      contoso.azure.faults.arm({ operation: event.operation, kind: event.fault, times: 1, seconds: 1 });
      return;
    case 'end-tokens':
      return endTokens(contoso, 'alex.wilber@contoso.example');
    case 'stop-and-decide': {
      const asked = { person: 'alex', server: pair.servers[0] ?? contoso.server };
      await ask.send(restorePlan, 'DELETE', `${path}/plan`, undefined, asked).catch(() => undefined);
      await proposedAnswers(ask, path, {}, asked)
        .then((answers) => decide(ask, path, answers, asked))
        .catch(() => undefined);
    }
  }
}

/** Nothing is lost any more, and Adele sees to it: what needs a person she decides again. */
async function calm(contoso: Contoso, ask: Ask, path: string, server: TestServer): Promise<void> {
  contoso.azure.faults.clear();
  const asked = { person: 'adele', server };
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await beforeNextLook()) {
    const plan = await lookAtPlan(ask, path, asked);
    if (plan?.standing.state === 'done') return;
    // What was in doubt is certain by then.
    contoso.azure.advance(15 * MINUTE);
    if (plan?.standing.state === 'needs-person' || plan?.standing.state === 'stopped') {
      await decide(ask, path, await proposedAnswers(ask, path, {}, asked), asked);
    }
    await letGoOn(contoso, ask, path, asked);
  }
}

it('whatever ends, is lost or is opened, a restore comes to its end, and Azure is told nothing twice', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 16 }), async (events) => {
      await using contoso = await startContoso();
      const ask = asker(() => contoso);
      await allowBlobs(contoso, ADELE);
      await allowBlobs(contoso, ALEX);
      const first = await contoso.startAnother();
      await using pair = new Pair(contoso, [first, await contoso.startAnother({ dataDir: first.dataDir })]);
      const path = await beginRestore(ask, 'WinSingleVM1');
      await decide(ask, path, await proposedAnswers(ask, path), { person: 'alex', server: first });
      for (const one of events) await happen(contoso, ask, pair, path, one);
      await calm(contoso, ask, path, pair.servers[1] ?? first);
      expect(twice(contoso)).toEqual([]);
      expect(isAllDone(await letGoOn(contoso, ask, path))).toBe(true);
    }),
    {
      numRuns: 6,
      examples: [
        // The answer to the new machine is lost: the same is sent again.
        [
          [
            { kind: 'fault', operation: 'PUT .*/virtualMachines/Alone$', fault: 'reset-after' },
            { kind: 'pass', minutes: 90 },
          ],
        ],
      ],
    },
  );
});

import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure } from '../src/index';
import type { LocalAzure } from '../src/index';
import { PRODUCTION_SUBSCRIPTION_ID } from '../src/seeds/company';
import { addMachine } from '../src/seeds/machines';
import { people } from '../src/seeds/people';
import { clientFor, group } from './client';
import type { Client } from './client';
import { isExplained } from './explain';
import type { Event } from './explain';
import type { Command } from './model';
import { KEY_VAULT, MACHINE, perform } from './perform';

let azure: LocalAzure;
let adele: Client;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' }, control: true, throttle: false });
  adele = await clientFor(azure, 'adele');
});
afterAll(() => azure.stop());

const DAY = 24 * 3_600_000;
/** Half an hour after the policies’ time: no backup that nobody asked for begins among the commands. */
const AFTER_BACKUPS = 22 * 3_600_000;

function startAfresh(): void {
  azure.reset('empty');
  azure.advance((AFTER_BACKUPS - (azure.world.clock.now() % DAY) + DAY) % DAY);
  azure.world.write(() => {
    addMachine(azure.world, {
      subscriptionId: PRODUCTION_SUBSCRIPTION_ID,
      group: 'OperationsRG',
      location: 'westeurope',
      name: MACHINE,
      os: 'Windows',
    });
    azure.world.resources.put({
      id: `${group}/providers/Microsoft.KeyVault/vaults/${KEY_VAULT}`,
      name: KEY_VAULT,
      type: 'Microsoft.KeyVault/vaults',
      location: 'westeurope',
      properties: {
        softDeleteRetentionInDays: 7,
        accessPolicies: [{ tenantId: azure.tenantId, objectId: people.adele.objectId, permissions: { secrets: ['all'] } }],
      },
    });
  });
}

const p = fc.constantFrom('Nightly', 'Weekly');
const only = <const Kind extends Command['kind']>(...kinds: Kind[]) => fc.record({ kind: fc.constantFrom(...kinds) });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: only('put vault', 'time passes') },
  { weight: 3, arbitrary: only('delete vault', 'get vault', 'get item') },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put policy' as const), p, days: fc.integer({ min: 7, max: 99 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('put item' as const, 'get policy' as const, 'delete policy' as const), p }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('put secret' as const), value: fc.constantFrom('red', 'green', 'blue') }) },
  { weight: 4, arbitrary: only('get secret', 'delete secret', 'recover secret', 'purge secret') },
);
/** What a client does, and for how many turns of the event loop it hesitates before each command. */
const plan = fc.array(fc.record({ command, turns: fc.nat(4) }), { minLength: 1, maxLength: 8 });

/** Lets the clients do what they planned, all at the same time. */
function happen(plans: readonly { command: Command; turns: number }[][]): Promise<Event[][]> {
  let moment = 0;
  const live = async (steps: (typeof plans)[number]): Promise<Event[]> => {
    const events: Event[] = [];
    for (const { command, turns } of steps) {
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      const sent = moment++;
      const outcome = await perform(adele, command);
      events.push({ command, outcome, sent, answered: moment++ });
    }
    return events;
  };
  return Promise.all(plans.map(live));
}

test('whatever several clients do at the same time, it looks as if one had done it after the other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 4 }), async (plans) => {
      startAfresh();
      const histories = await happen(plans);
      expect(isExplained(histories), JSON.stringify(histories)).toBe(true);
    }),
    { numRuns: 100 },
  );
}, 180_000);

import { itemInVault, provenRestore, recoverySummary, resourceGroupName, sealedEvidence } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { letRecover, lookAtRecovery, machineOf, orderRecovery, planRecovery } from '../../testing/recovering';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const removed = z.strictObject({ state: z.literal('removed') });
const list = (path: string, person = 'adele') => ask.get(z.array(recoverySummary), path, { person });

async function make(name: string): Promise<string> {
  const items = (await ask.get(z.array(itemInVault), '/api/items')).filter((item) => item.name === name);
  const target = { kind: 'group' as const, group: resourceGroupName.parse('RestoreRG') };
  return planRecovery(
    ask,
    items.map((item) => machineOf(item)),
    { target },
  );
}

it('evidence of what ran outlives its plan, which is only read from then on', async () => {
  const path = await make('AppVM2');
  await orderRecovery(ask, path, 'start');
  await letRecover(contoso, ask, path);
  const proven = await ask.get(z.array(provenRestore), '/api/proven-restores');
  expect(proven.map(({ item, isProven }) => [item.vmName, isProven])).toEqual([['AppVM2', true]]);

  await ask.send(removed, 'DELETE', path);
  expect(await list('/api/recovery-plans')).toEqual([]);
  expect(await list('/api/removed-recovery-plans')).toMatchObject([{ name: 'Tonight', done: 1, removed: { by: { name: 'Adele Vance' } } }]);
  const evidence = await ask.get(sealedEvidence, `${path}/evidence`);
  const commands = evidence.records.flatMap(({ record }) =>
    record.kind === 'entry' && record.entry.kind === 'asked' ? [record.entry.command] : [],
  );
  expect(commands).toEqual(expect.arrayContaining(['recoveryPlans.put', 'recoveryPlans.start', 'restores.start', 'recoveryPlans.remove']));
  expect(await ask.get(z.array(provenRestore), '/api/proven-restores')).toEqual(proven);

  const { standing, revision, machines } = await lookAtRecovery(ask, path);
  expect([standing.state, machines.map(({ state }) => state)]).toEqual(['ended', ['done']]);
  for (const order of ['start', 'pause', 'cancel', 'retry'])
    expect(await ask.refusal('POST', `${path}/${order}`)).toBe('recovery-plan-not-found');
  expect(await ask.refusal('POST', `${path}/approve`, { revision }, { person: 'megan' })).toBe('recovery-plan-not-found');
  expect(await ask.refusal('DELETE', path)).toBe('recovery-plan-not-found');
});

it('a plan of which nothing ran is gone, and nobody else learns of either', async () => {
  const path = await make('AppVM2');
  await ask.send(removed, 'DELETE', path);
  expect(await list('/api/removed-recovery-plans')).toEqual([]);
  expect(await ask.refusal('GET', path)).toBe('recovery-plan-not-found');
});

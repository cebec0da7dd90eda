import { itemInVault, recoveryPlan, type RecoveryPlan } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { lookAtRecovery, machineOf, planRecovery } from '../../testing/recovering';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const NAMES = ['WinSingleVM1', 'AppVM1', 'FarmVM001'];
const objectives = { rtoMinutes: 480, rpoMinutes: null };
const tagObjectives = [{ tag: { name: 'Application', value: 'orders' }, rtoMinutes: 60, rpoMinutes: 1440 }];

const wantedOf = ({ machines }: RecoveryPlan) => Object.fromEntries(machines.map(({ item, wanted }) => [item.vmName, wanted]));

it('what is wanted of a tag is told of each machine by the tags that Azure has, and kept once the machine is gone', async () => {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => NAMES.includes(name)).map((item) => machineOf(item));
  const path = await planRecovery(ask, machines, { objectives, tagObjectives });
  const expected = { WinSingleVM1: { rtoMinutes: 60, rpoMinutes: 1440 }, AppVM1: objectives, FarmVM001: null };
  const plan = await lookAtRecovery(ask, path);
  expect(wantedOf(plan)).toEqual(expected);
  expect(plan.machines.find(({ item }) => item.vmName === 'WinSingleVM1')?.tags).toEqual({ 'cost-center': '4711', application: 'orders' });

  await direct(contoso.azure, 'adele', 'DELETE', `${vmId('RestoreRG', 'WinSingleVM1')}?api-version=2024-07-01`);
  contoso.azure.advance(600_000);
  const { name, edition, moment, target, revision } = plan;
  const change = {
    name,
    edition,
    moment,
    target,
    objectives,
    tagObjectives,
    machines: machines.toReversed().map((one) => ({ ...one, wave: 2 })),
    revision,
  };
  const again = await ask.send(recoveryPlan, 'PUT', path, change);
  expect(wantedOf(again)).toEqual(expected);
});

it('a tag is told of once, and in its bounds', async () => {
  const [item] = await ask.get(z.array(itemInVault), '/api/items');
  if (!item) throw new Error('The seed has items.');
  const draft = {
    name: 'Tonight',
    edition: 'current',
    moment: { kind: 'newest' },
    target: { kind: 'as-it-was' },
    machines: [machineOf(item)],
  };
  const [one] = tagObjectives;
  const path = '/api/recovery-plans/0b5f6f52-6f7e-4a1c-8a0e-5f0d2f3b9c11';
  for (const wrong of [
    [one, { ...one, tag: { name: 'application', value: 'orders' } }],
    [{ ...one, tag: { name: '', value: 'orders' } }],
    [{ ...one, rtoMinutes: 0 }],
    Array.from({ length: 21 }, (_, at) => ({ ...one, tag: { name: `tag${String(at)}`, value: null } })),
  ])
    expect(await ask.refusal('PUT', path, { ...draft, tagObjectives: wrong })).toBe('invalid-request');
});

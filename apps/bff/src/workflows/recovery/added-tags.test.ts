import { itemInVault, type RecoveryDraft } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { PRODUCTION } from '../../testing/contoso-places';
import { letRecover, lookAtRecovery, machineOf, orderRecovery, planRecovery, statesOf } from '../../testing/recovering';
import { rehearse } from '../../testing/rehearsing';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import { placeOf } from '../record/command-place';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const addedTags = [{ name: 'owner', value: 'adele' }];

async function plan(target: RecoveryDraft['target']) {
  const all = await ask.get(z.array(itemInVault), '/api/items');
  const machines = all.filter(({ name }) => name === 'WinSingleVM1').map((item) => machineOf(item));
  return planRecovery(ask, machines, { target });
}

it('all that an isolated run makes has the tags that were added to its plan, and none of the old ones', async () => {
  const path = await plan({ kind: 'isolated', addedTags });
  expect((await lookAtRecovery(ask, path)).target).toEqual({ kind: 'isolated', addedTags });
  await orderRecovery(ask, path, 'start');
  expect(statesOf(await letRecover(contoso, ask, path))).toEqual({ WinSingleVM1: 'done' });
  const { resources } = contoso.azure.world;
  const made = resources.below(PRODUCTION).filter(({ id }) => /\/resourceGroups\/tresor-isolated-[^/]*(?:\/|$)/i.test(id));
  const own = made.filter(({ type }) => !/disks$/i.test(type));
  expect(new Set(own.map(({ type }) => type.toLowerCase()))).toEqual(
    new Set([
      'microsoft.keyvault/vaults',
      'microsoft.network/networksecuritygroups',
      'microsoft.network/virtualnetworks',
      'microsoft.network/networkinterfaces',
      'microsoft.compute/virtualmachines',
      'microsoft.resources/resourcegroups',
    ]),
  );
  for (const { name, tags } of own) expect(tags, name).toMatchObject({ owner: 'adele' });
  for (const { tags } of own) expect(tags).not.toHaveProperty('cost-center');
});

it('a rehearsal of the plan has them, too', async () => {
  const path = await plan({ kind: 'as-it-was', withoutTags: true, addedTags });
  const rehearsal = await rehearse(ask, path);
  expect((await lookAtRecovery(ask, rehearsal)).target).toEqual({ kind: 'isolated', addedTags });
  expect(statesOf(await letRecover(contoso, ask, rehearsal))).toEqual({ WinSingleVM1: 'done' });
});

it('they are on record with the plan', () => {
  const { about } = placeOf('recoveryPlans.put', { planId: 'id', target: { kind: 'isolated', addedTags } }, 'request');
  expect(about).toEqual({ addedTags: 'owner: adele' });
});

import { estateRestores, restoreInVault } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import * as z from 'zod';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { holdRoles } from '../../testing/hold-roles';
import { restoreDisks } from '../../testing/restoring';
import { startContoso } from '../../testing/start-contoso';

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const LEE = '5fb08da2-d416-4ec7-a259-0a17d46e3f85';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const [, , , subscriptionId, resourceGroup, vaultName] = OPERATIONS.split('/');
const vault = { subscriptionId, resourceGroup, vaultName };
const listed = z.array(restoreInVault.omit({ vault: true }));

it('the restores of all vaults are those that each vault lists, for those who may read their jobs', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const again = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  // Resource Graph is late.
  takeEffect(contoso.azure);
  contoso.azure.advance(15 * 60_000);
  const all = await ask.get(estateRestores, '/api/restores');
  const ofVault = await ask.get(listed, `${OPERATIONS}/restores`);
  expect(all.total).toBe(2);
  expect(all.restores).toEqual(ofVault.map((one) => ({ ...one, vault })));
  expect(all.restores.map((one) => one.jobId)).toEqual([again, jobId]);
  expect(all.restores[0]?.vault.vaultName).toBe('OperationsVault');
  await holdRoles(contoso, LEE, [{ role: READER, scope: `${PRODUCTION}/resourceGroups/NorthRG` }]);
  expect(await ask.get(estateRestores, '/api/restores', { person: 'lee' })).toEqual({ total: 0, restores: [] });
});

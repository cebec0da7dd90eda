import { keyChain, machineOptions, restoreScriptValues } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { keyVaultId, storageAccountId, vmId } from '../../testing/contoso-places';
import { restoreDisks, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

it('scripts are filled with the URLs the backup holds, the restored disks and, once it is made, the machine', async () => {
  const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
  const path = restorePath(jobId);
  const before = await ask.get(restoreScriptValues, `${path}/script-values`);
  expect(before).toMatchObject({ location: 'westeurope', storageAccountId: storageAccountId('contosostaging'), machine: null });
  expect(before.disks[0]).toMatch(/\/resourceGroups\/IgniteRG\/providers\/Microsoft\.Compute\/disks\/lostkeysvm1-osdisk-/i);
  expect(before.heldKeys?.secretUrl).toMatch(/^https:\/\/contosokv\.vault\.azure\.net\/secrets\/[^/]+\/[0-9a-f]{32}$/);

  const how = { way: 'restore', keyVaultId: keyVaultId('IgniteRG', 'IgniteDemoKV') };
  await ask.send(keyChain, 'PUT', `${path}/keys`, { how });
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id ?? '', publicIp: true };
  await ask.send(z.strictObject({ machineId: vmIdIs('Again') }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * 60_000);
  const after = await ask.get(restoreScriptValues, `${path}/script-values`);
  expect(after.machine).toEqual({ ...machine, withoutProximityGroup: true, withoutTags: true });
  expect(after.heldKeys).toEqual(before.heldKeys);
});

const vmIdIs = (name: string) => z.string().refine((id) => id === vmId('IgniteRG', name));

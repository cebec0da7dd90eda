import { recoveryPoint, restore, type KeyChain, type RecoveryPoint } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { keyVaultId, OPERATIONS } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { restoreDisks, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

// A walk through a restore is a hundred calls, a few of which wait for what was read a moment ago to be forgotten.
vi.setConfig({ testTimeout: 30_000 });

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const GROUP = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups';
const MINUTE = 60_000;
const azure = (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown) =>
  direct(contoso.azure, 'adele', method, url, body);
const dataPlane = (url = '') => `${url}?api-version=7.4`;
const objectOf = (url = '') => url.split('/').slice(0, 5).join('/');

/** What can happen to the keys of a machine, and what of it can be brought back where it was. */
const DAMAGES: Record<string, (chain: KeyChain) => Promise<unknown>> = {
  nothing: () => Promise.resolve(),
  'the secret is disabled': ({ secret }) => azure('PATCH', dataPlane(secret.url), { attributes: { enabled: false } }),
  'the key has expired': ({ key }) => azure('PATCH', dataPlane(key?.url), { attributes: { exp: 1_500_000_000 } }),
  'the secret is deleted': ({ secret }) => azure('DELETE', dataPlane(objectOf(secret.url))),
  'the key is deleted': ({ key }) => azure('DELETE', dataPlane(objectOf(key?.url))),
  'the key vault is deleted': () => azure('DELETE', `${keyVaultId('KeyVaultRG', 'ContosoKV')}?api-version=2023-07-01`),
  'the secret has a newer version': ({ secret }) => azure('PUT', dataPlane(objectOf(secret.url)), { value: 'of another disk' }),
};

/** Makes a machine of restored disks past us, with the keys of the recovery point, and tells whether it comes up. */
async function comesUp(disk: string, { secret, key }: KeyChain): Promise<boolean> {
  const location = 'westeurope';
  const nic = `${GROUP}/IgniteRG/providers/Microsoft.Network/networkInterfaces/proof`;
  const machine = `${GROUP}/IgniteRG/providers/Microsoft.Compute/virtualMachines/Proof`;
  const subnet = { id: `${GROUP}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default` };
  const ipConfigurations = [{ name: 'ipconfig1', properties: { subnet } }];
  await azure('PUT', `${nic}?api-version=2023-11-01`, { location, properties: { ipConfigurations } });
  const encryptionSettings = {
    enabled: true,
    diskEncryptionKey: { secretUrl: secret.url, sourceVault: { id: secret.keyVaultId } },
    keyEncryptionKey: { keyUrl: key?.url, sourceVault: { id: key?.keyVaultId } },
  };
  const managedDisk = { id: `${GROUP}/IgniteRG/providers/Microsoft.Compute/disks/${disk}` };
  const properties = {
    hardwareProfile: { vmSize: 'Standard_DS2_v2' },
    storageProfile: { osDisk: { name: disk, createOption: 'Attach', osType: 'Windows', managedDisk, encryptionSettings } },
    networkProfile: { networkInterfaces: [{ id: nic }] },
  };
  await azure('PUT', `${machine}?api-version=2024-03-01`, { location, properties });
  contoso.azure.advance(5 * MINUTE);
  const { body } = await azure('GET', `${machine}/instanceView?api-version=2024-03-01`);
  const agent = z
    .looseObject({ vmAgent: z.object({ statuses: z.array(z.looseObject({ displayStatus: z.string() })) }).optional() })
    .parse(body);
  return agent.vmAgent?.statuses[0]?.displayStatus === 'Ready';
}

async function newestPoint(): Promise<RecoveryPoint | undefined> {
  return (await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/recovery-points`))[0];
}

it.each(Object.entries(DAMAGES))(
  'a point is called restorable exactly when a machine of it comes up: %s',
  async (_what, damage) => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    const { disks, keyChain } = await ask.get(restore, path);
    if (!keyChain) throw new Error('the point has no keys');
    await damage(keyChain);
    const truth = await comesUp(disks[0] ?? '', keyChain);
    await expect.poll(async () => (await newestPoint())?.verdict.state === 'restorable', { timeout: 4_000 }).toBe(truth);
  },
  20_000,
);

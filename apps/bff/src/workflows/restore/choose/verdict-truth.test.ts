import { keyChain, recoveryPoint, restore, type KeyChain, type RecoveryPoint } from '@tresor/contracts';
import { assert, asyncProperty, constantFrom, record } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { keyVaultId, OPERATIONS } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { restoreDisks, restorePath } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const GROUP = `${PRODUCTION}/resourceGroups`;
const MINUTE = 60_000;
const azure = (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown) =>
  direct(contoso.azure, 'adele', method, url, body);
const dataPlane = (url: string) => `${url}?api-version=7.4`;
const objectOf = (url: string) => url.split('/').slice(0, 5).join('/');
const deletedOf = (url: string) => objectOf(url).replace(/\/(keys|secrets)\//, '/deleted$1/');
const KEY_VAULT = `${keyVaultId('KeyVaultRG', 'ContosoKV')}?api-version=2023-07-01`;

/** What can happen to a key or a secret. */
const OBJECT_DAMAGES = {
  nothing: () => Promise.resolve(),
  disabled: (url: string) => azure('PATCH', dataPlane(url), { attributes: { enabled: false } }),
  expired: (url: string) => azure('PATCH', dataPlane(url), { attributes: { exp: 1_500_000_000 } }),
  deleted: (url: string) => azure('DELETE', dataPlane(objectOf(url))),
  async purged(url: string) {
    await azure('DELETE', dataPlane(objectOf(url)));
    await azure('DELETE', dataPlane(deletedOf(url)));
  },
};

/** What can happen to their key vault. */
const VAULT_DAMAGES = {
  nothing: () => Promise.resolve(),
  'closed to disk encryption': () => azure('PATCH', KEY_VAULT, { properties: { enabledForDiskEncryption: false } }),
  deleted: () => azure('DELETE', KEY_VAULT),
};

const keysOf = <Name extends string>(damages: Record<Name, unknown>) =>
  constantFrom(...z.array(z.custom<Name>()).parse(Object.keys(damages)));
const damages = record({ secret: keysOf(OBJECT_DAMAGES), key: keysOf(OBJECT_DAMAGES), keyVault: keysOf(VAULT_DAMAGES) });

const nic = `${GROUP}/IgniteRG/providers/Microsoft.Network/networkInterfaces/proof?api-version=2023-11-01`;
const machine = `${GROUP}/IgniteRG/providers/Microsoft.Compute/virtualMachines/Proof`;
const version = 'api-version=2024-03-01';

/** Makes a machine of restored disks past us, with the keys of a chain, tells whether it comes up, and removes it. */
async function comesUp(disk: string, { secret, key }: KeyChain): Promise<boolean> {
  const location = 'westeurope';
  const subnet = { id: `${GROUP}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default` };
  await azure('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet } }] } });
  const encryptionSettings = {
    enabled: true,
    diskEncryptionKey: { secretUrl: secret.url, sourceVault: { id: secret.keyVaultId } },
    keyEncryptionKey: { keyUrl: key?.url, sourceVault: { id: key?.keyVaultId } },
  };
  const managedDisk = { id: `${GROUP}/IgniteRG/providers/Microsoft.Compute/disks/${disk}` };
  const properties = {
    hardwareProfile: { vmSize: 'Standard_DS2_v2' },
    storageProfile: { osDisk: { name: disk, createOption: 'Attach', osType: 'Windows', managedDisk, encryptionSettings } },
    networkProfile: { networkInterfaces: [{ id: nic.split('?')[0] }] },
  };
  await azure('PUT', `${machine}?${version}`, { location, properties });
  contoso.azure.advance(5 * MINUTE);
  const { body } = await azure('GET', `${machine}/instanceView?${version}`);
  await azure('DELETE', `${machine}?${version}`);
  contoso.azure.advance(5 * MINUTE);
  const agent = z
    .looseObject({ vmAgent: z.object({ statuses: z.array(z.looseObject({ displayStatus: z.string() })) }).optional() })
    .safeParse(body).data;
  return agent?.vmAgent?.statuses[0]?.displayStatus === 'Ready';
}

async function newestPoint(): Promise<RecoveryPoint> {
  const [point] = await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/recovery-points`);
  if (!point) throw new Error('there is no point');
  return point;
}

/** Brings back what the chain lacks, as a person would: first what is still there, then the rest from the backup. */
async function bringBack(path: string): Promise<KeyChain> {
  await ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'recover' } });
  const how = { way: 'restore', keyVaultId: keyVaultId('KeyVaultRG', 'ContosoKV') };
  return ask.send(keyChain, 'PUT', `${path}/keys`, { how });
}

it('a point is called restorable exactly when a machine of it comes up, and what it lacks can be brought back', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const { disks, keyChain: chain } = await ask.get(restore, path);
  const [disk = ''] = seen(disks);
  if (!chain) throw new Error('the point has no keys');
  let keys = chain;
  await assert(
    asyncProperty(damages, async (damage) => {
      await OBJECT_DAMAGES[damage.secret](keys.secret.url);
      await OBJECT_DAMAGES[damage.key](keys.key?.url ?? '');
      await VAULT_DAMAGES[damage.keyVault]();
      const truth = await comesUp(disk, keys);
      await expect.poll(async () => (await newestPoint()).verdict.state === 'restorable').toBe(truth);
      keys = await bringBack(path);
      expect(await comesUp(disk, keys)).toBe(true);
      await expect.poll(async () => (await newestPoint()).verdict.state).toBe('restorable');
    }),
    {
      numRuns: 12,
      endOnFailure: true,
      examples: [
        [{ secret: 'nothing', key: 'nothing', keyVault: 'nothing' }],
        [{ secret: 'purged', key: 'purged', keyVault: 'closed to disk encryption' }],
      ],
    },
  );
}, 60_000);

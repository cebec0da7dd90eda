import { randomUUID } from 'node:crypto';
import { problem } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IGNITE, OPERATIONS, storageAccountId, subnetId, SUBSCRIPTION_PATH } from '../testing/contoso-places';
import { startContoso, type Contoso } from '../testing/start-contoso';

let contoso: Contoso;
beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const OF_ELSEWHERE = '/subscriptions/------------------------------------/resourceGroups/RG/providers/';

/** None names one thing of Azure's, whatever kind of thing is asked for. */
const UNUSABLE = [
  'x',
  '/',
  '../..',
  '/subscriptions',
  'https://contoso.example/',
  'a\uD800',
  storageAccountId('a/../b'),
  storageAccountId('a?b#c'),
  storageAccountId('a\u2028'),
  storageAccountId('').replace('StorageRG', 'StorageRG.'),
  storageAccountId('a').replace('storageAccounts', '\u017Ftorage\u212Accounts'),
  `${OF_ELSEWHERE}Microsoft.Storage/storageAccounts/a`,
  `${OF_ELSEWHERE}Microsoft.Network/virtualNetworks/a/subnets/a`,
  subnetId('a', '..'),
  subnetId('a', 'a/b'),
];

const restore = `${OPERATIONS}/restores/${randomUUID()}`;
const machine = (id: string) => ({ name: 'Again', group: 'RestoreRG', size: 'Standard_DS2_v2', subnetId: id, publicIp: false });
const answers = { edition: 'current', policyName: null, letBackupIn: false, removeLeftovers: false };
const rights = { vault: null, vmIds: [], groups: [], diskGroups: [], subnetIds: [], storageAccountIds: [], keyVaultIds: [] };

it.each<[method: string, path: string, field: string, body: (id: string) => object]>([
  [
    'PUT',
    `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/restores/${randomUUID()}`,
    'storageAccountId',
    (id) => ({ edition: 'current', recoveryPointId: '1', storageAccountId: id, targetGroup: null }),
  ],
  ['PUT', `${restore}/machine`, 'machine.subnetId', (id) => ({ machine: machine(id) })],
  ['POST', `${restore}/plan/check`, 'answers.machine.subnetId', (id) => ({ answers: { ...answers, keys: null, machine: machine(id) } })],
  [
    'POST',
    `${restore}/plan/check`,
    'answers.keys.keyVaultId',
    (id) => ({ answers: { ...answers, keys: { way: 'restore', keyVaultId: id }, machine: machine(subnetId('vnet', 'default')) } }),
  ],
  [
    'POST',
    `/api/recovery-plans/${randomUUID()}/capacity`,
    'machines.0.subnetId',
    (id) => ({
      machines: [
        {
          item: { ...pathOf(IGNITE), vmGroup: 'IgniteRG', vmName: 'ProductionVM1' },
          size: 'Standard_DS2_v2',
          subnetId: id,
        },
      ],
    }),
  ],
  [
    'POST',
    `${SUBSCRIPTION_PATH}/rights`,
    'storageAccountIds.0',
    (id) => ({ ...rights, storageAccountIds: [id], wholeSubscription: false }),
  ],
])('an id that names nothing is the caller’s mistake, by its field: %s %s, %s', async (method, path, field, body) => {
  for (const id of UNUSABLE) {
    const response = await contoso.as('adele', path, { method, body: JSON.stringify(body(id)) });
    const { code, fields } = problem.parse(await response.json());
    expect([id, response.status, code, fields]).toEqual([id, 400, 'invalid-request', [field]]);
  }
});

function pathOf(vault: string) {
  const [subscriptionId, resourceGroup, vaultName] = vault.split('/').slice(3);
  return { subscriptionId, resourceGroup, vaultName };
}

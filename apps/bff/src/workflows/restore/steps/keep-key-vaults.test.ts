import { vaultPath, type KeyLink } from '@tresor/contracts';
import { expect, it } from 'vitest';
import type { MachineState } from '../../../azure/compute/machine';
import { RESTORE_MARK } from '../../../azure/network/restore-network';
import { known } from '../../../facts';
import type { Received, Reply } from '../../../testing/loopback-server';
import { startTestAzure } from '../../../testing/open-session';
import { NO_OPEN_DISKS } from '../journey/open-disks';
import { keepKeyVaults } from './keep-key-vaults';

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const JOB = '419dc906-7f6c-41ac-875c-f8489c4920d4';
const KEY_VAULT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/fresh`;

const machine: MachineState = {
  id: '/vm',
  osDisk: '/disk',
  provisioning: 'done',
  created: '2026-11-26T09:00:00Z',
  agentReady: true,
  failure: null,
  isOff: false,
  secondsWithoutAgent: 0,
  plainDisks: [],
  extension: null,
  extensionFailure: null,
};
const secret: KeyLink = {
  url: 'https://fresh.vault.azure.net/secrets/a/b',
  name: 'a',
  version: 'b',
  keyVaultId: KEY_VAULT,
  keyVaultName: 'fresh',
  state: 'present',
  expires: null,
  newest: true,
};
const journey = {
  vault: vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'vault' }),
  jobId: JOB,
  encrypted: true,
  machine: known(machine),
  open: NO_OPEN_DISKS,
  chain: { secret, key: null },
  isolation: null,
};

const no = (status: number, code: string): Reply => ({
  status,
  headers: { 'retry-after': '0' },
  body: { error: { code, message: 'No.' } },
});

/** An Azure that answers so when the key vault is to be protected from purging, each answer once and then the last again. */
const answering = (...answers: Reply[]) => {
  const left = [...answers];
  return ({ method, path }: Received): Reply => {
    if (path.includes('Microsoft.ResourceGraph')) return { body: { totalRecords: 0, count: 0, data: [], resultTruncated: 'false' } };
    if (method === 'PATCH') return (left.length > 1 ? left.shift() : left[0]) ?? {};
    return {
      body: { value: [{ id: KEY_VAULT, name: 'fresh', location: 'westeurope', tags: { [RESTORE_MARK]: JOB }, properties: {} }] },
    };
  };
};

async function keep(...answers: Reply[]): Promise<string[]> {
  await using azure = await startTestAzure(answering(...answers));
  return await keepKeyVaults(await azure.session('ada'), journey);
}

it('a key vault that the person may not change stays as it is, which others can put right', async () => {
  expect(await keep(no(403, 'AuthorizationFailed'))).toEqual([]);
});

it.each([
  ['a policy', no(403, 'RequestDisallowedByPolicy')],
  ['a lock', no(409, 'ScopeLocked')],
])('one that %s keeps from being protected is told, for no role helps, and holds nothing up', async (_, answer) => {
  expect(await keep(answer)).toEqual(['fresh']);
});

it('one that is gone meanwhile needs no protection', async () => {
  expect(await keep(no(404, 'ResourceNotFound'))).toEqual([]);
});

it('one that Azure is busy with is protected in a moment', async () => {
  expect(await keep(no(409, 'AnotherOperationInProgress'), { body: {} })).toEqual([]);
});

it.each([
  ['a sign-in that has to be repeated', 401, 'InvalidAuthenticationToken'],
  ['a conflict that passes', 409, 'ConflictError'],
])('of one that only %s keeps from being protected nobody says that Azure refuses it', async (_, status, code) => {
  await expect(keep(no(status, code))).rejects.toMatchObject({ details: { status } });
});

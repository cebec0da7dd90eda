import { itemPath, vaultPath } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import type { Received, Reply } from '../testing/loopback-server';
import { startTestAzure } from '../testing/open-session';
import { keyReference } from './keys/key-reference';
import { putBackKey } from './keys/put-back';
import { readVersions } from './keys/versions';
import { listPolicies } from './policies/policies';
import { listPoints } from './restores/recovery-points';
import { listSubscriptions } from './subscriptions';
import { countVault } from './vaults/vault-counts';

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const VAULT = vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'vault' });
const ITEM = itemPath.parse({ ...VAULT, vmGroup: 'rg', vmName: 'vm' });

async function ask<T>(reply: (request: Received) => Reply, question: (session: Awaited<ReturnType<typeof sessionOf>>) => Promise<T>) {
  await using azure = await startTestAzure(reply);
  return await question(await sessionOf(azure));
}

const sessionOf = (azure: Awaited<ReturnType<typeof startTestAzure>>) => azure.session('ada');

const usage = (unit: string | number, value: string, currentValue: number) => ({ unit, currentValue, limit: -1, name: { value } });

it('the usage of a vault is that of its replications, whatever else is counted in bytes or has a number for its unit', async () => {
  const value = [
    usage('Count', 'ProtectedItemCount', 3),
    usage('Bytes', 'UsedDiskSize', 7),
    usage('Bytes', 'GRSStorageUsage', 500),
    usage('Bytes', 'LRSStorageUsage', 0),
    usage('Bytes', 'ZRSStorageUsage', 0),
    usage('Bytes', 'LRSDedupStorageUsage', 9),
    usage(0, 'Critical', 1),
    { unit: 0, currentValue: 0 },
  ];
  const counts = await ask(
    ({ path }) => ({ body: { value: path.endsWith('/usages') ? value : [] } }),
    (session) => countVault(session, VAULT),
  );
  expect(counts.usage).toEqual([
    { replication: 'LocallyRedundant', bytes: 0 },
    { replication: 'GeoRedundant', bytes: 500 },
  ]);
});

const point = (name: string, tiers: object[] | null) => ({
  name,
  properties: { recoveryPointTime: '2026-02-03T20:17:15.765Z', recoveryPointTierDetails: tiers },
});

it('the tiers of a recovery point are numbers in older versions', async () => {
  const value = [
    point('1', [
      { type: 1, status: 1 },
      { type: 2, status: 1 },
    ]),
    point('2', [
      { type: 1, status: 3 },
      { type: 2, status: 1 },
    ]),
    point('3', [
      { type: 'InstantRP', status: 'Valid' },
      { type: 'ArchivedRP', status: 'Rehydrated' },
    ]),
    point('4', [
      { type: 3, status: 4 },
      { type: 7, status: 1 },
    ]),
    point('5', null),
  ];
  const points = await ask(
    () => ({ body: { value } }),
    (session) => listPoints(session, ITEM, 30),
  );
  expect(new Map(points.map(({ id, tiers }) => [id, tiers]))).toEqual(
    new Map([
      ['1', ['snapshot', 'vault']],
      ['2', ['vault']],
      ['3', ['snapshot', 'archive']],
      ['4', ['archive']],
      ['5', ['vault']],
    ]),
  );
});

const versionsOf = (deleted: Reply) =>
  ask(
    ({ path }) => (path.startsWith('/deleted') ? deleted : { body: { value: [], nextLink: null } }),
    (session) => readVersions(session, { kind: 'secrets', keyVaultName: 'contosokv', name: 'bek' }),
  );

describe('a key or secret without versions', () => {
  it('is looked for among the deleted', async () => {
    const id = 'https://contosokv.vault.azure.net/secrets/bek/1';
    expect(await versionsOf({ body: { id } })).toEqual({ state: 'deleted', current: id });
    expect(await versionsOf({ status: 404, body: { error: { code: 'SecretNotFound' } } })).toEqual({ state: 'missing' });
  });

  it('is deleted also where it is disabled and therefore not shown', async () => {
    const refusal = { error: { code: 'Forbidden', message: 'Operation get is not allowed on a disabled secret.' } };
    const disabled = { error: { ...refusal.error, innererror: { code: 'SecretDisabled' } } };
    expect(await versionsOf({ status: 403, body: disabled })).toMatchObject({ state: 'deleted' });
    expect(await versionsOf({ status: 403, body: refusal })).toEqual({ state: 'unreadable' });
  });
});

const restoring =
  (code: string) =>
  ({ path }: Received): Reply => {
    if (path.endsWith('/versions')) return { body: { value: [], nextLink: null } };
    return path.startsWith('/deleted')
      ? { status: 404, body: { error: { code: 'KeyNotFound' } } }
      : { status: 400, body: { error: { code } } };
  };

it('a backup of a key that Key Vault cannot read is damaged, not foreign', async () => {
  const wanted = keyReference('keys', { keyVaultName: 'contosokv', suffix: 'vault.azure.net' }, 'kek', '54312685b2544bb99cf384a2f0f10892');
  const keyVaultId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/contosokv`;
  const refusal = (code: string) => ask(restoring(code), (session) => putBackKey(session, wanted, 'AAAA', keyVaultId));
  await expect(refusal('Malformed backup blob')).rejects.toMatchObject({ code: 'key-backup-damaged' });
  await expect(refusal('BadParameter')).rejects.toMatchObject({ code: 'key-backup-foreign' });
});

const takenAndNotSeen = ({ method, path }: Received): Reply => {
  if (method === 'POST') return {};
  return path.endsWith('/versions') ? { body: { value: [], nextLink: null } } : { status: 404, body: { error: { code: 'KeyNotFound' } } };
};

it('a key that was put back and is not seen yet has no name that is taken', async () => {
  const wanted = keyReference('keys', { keyVaultName: 'contosokv', suffix: 'vault.azure.net' }, 'kek', '54312685b2544bb99cf384a2f0f10892');
  const keyVaultId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/contosokv`;
  const putBack = ask(takenAndNotSeen, (session) => putBackKey(session, wanted, 'AAAA', keyVaultId));
  await expect(putBack).rejects.toMatchObject({ code: 'key-vault-working' });
});

describe('what no contract has room for', () => {
  it('is unreadable: a subscription whose id is none', async () => {
    const value = [{ subscriptionId: 'none', displayName: 'Production', state: 'Enabled' }];
    await expect(ask(() => ({ body: { value } }), listSubscriptions)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it('is unreadable: a policy that keeps snapshots for half a day', async () => {
    const value = [{ name: 'Half', properties: { instantRpRetentionRangeInDays: 0.5 } }];
    const policies = ask(
      ({ path }) => ({ body: { value: path.endsWith('/backupPolicies') ? value : [] } }),
      (session) => listPolicies(session, VAULT),
    );
    await expect(policies).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

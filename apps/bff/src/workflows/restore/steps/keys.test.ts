import { keyVaultTarget, planFault, restore } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { keyVaultId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { CONTOSO_KV, keysBack, objectOf, whole } from '../../../testing/keys-back';
import { proposedAnswers } from '../../../testing/planning';
import { backUp, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const { restoreKeys, intoContosoKv, atKeyVault } = keysBack(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const versionsOf = async (url = '') => {
  const { body } = await atKeyVault('GET', `${objectOf(url)}/versions`);
  return z.object({ value: z.array(z.looseObject({})) }).parse(body).value;
};

describe('where keys can go', () => {
  it('is the original key vault first, the others with what keeps them from it', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const targets = await ask.get(z.array(keyVaultTarget), `${restorePath(jobId)}/key-vaults`);
    expect(targets[0]).toMatchObject({ name: 'ContosoKV', reason: null });
    const reasons = Object.fromEntries(targets.map(({ name, reason }) => [name, reason]));
    expect(reasons).toMatchObject({ IgniteDemoKV: null, RbacKV: null, NorthKV: 'other-region' });
    const forPatti = await ask.get(z.array(keyVaultTarget), `${restorePath(jobId)}/key-vaults`, { person: 'patti' });
    expect(forPatti[0]).toMatchObject({ name: 'ContosoKV', reason: 'no-rights' });
    expect(forPatti.find(({ name }) => name === 'RbacKV')).toMatchObject({ reason: 'no-role' });
    expect(
      await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how: { way: 'restore', keyVaultId: CONTOSO_KV } }, { person: 'patti' }),
    ).toBe('key-vault-refused');
  });
});

describe('a purged key and secret', () => {
  it('come back from the backup, with the type and the tags that disk encryption reads', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const chain = await intoContosoKv(jobId);
    expect(chain).toMatchObject(whole);
    const { body } = await atKeyVault('GET', chain.secret.url);
    expect(body).toMatchObject({
      contentType: 'Wrapped BEK',
      tags: {
        DiskEncryptionKeyEncryptionAlgorithm: 'RSA-OAEP',
        DiskEncryptionKeyEncryptionKeyURL: chain.key?.url,
        DiskEncryptionKeyFileName: `${chain.secret.name}.BEK`,
        MachineName: 'LostKeysVM1',
      },
    });
    expect(states(await watchRestore(ask, restorePath(jobId), (found) => states(found)['keys'] === 'done'))).toMatchObject({
      keys: 'done',
      machine: 'ready',
    });
  });

  it('asked for twice come back once', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const chain = await intoContosoKv(jobId);
    expect(await intoContosoKv(jobId)).toEqual(chain);
    expect(await versionsOf(chain.secret.url)).toHaveLength(1);
  });

  it('come back although an answer is lost and a step fails, each once', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    contoso.azure.faults.arm({ operation: 'POST .*/keys/restore', kind: 'reset-after', times: 1 });
    contoso.azure.faults.arm({ operation: 'PUT .*/secrets/', kind: '503', times: 1 });
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how: { way: 'restore', keyVaultId: CONTOSO_KV } })).toBe(
      'azure-failed',
    );
    const between = await ask.get(restore, restorePath(jobId));
    expect(between.keyChain).toMatchObject({ secret: { state: 'missing' }, key: { state: 'present' } });
    contoso.azure.faults.arm({ operation: 'PUT .*/secrets/', kind: 'reset-after', times: 1 });
    const chain = await intoContosoKv(jobId);
    expect(chain).toMatchObject(whole);
    expect(await versionsOf(chain.secret.url)).toHaveLength(1);
  });

  it('can go into another key vault, where everybody finds them', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const chain = await restoreKeys(jobId, { way: 'restore', keyVaultId: keyVaultId('IgniteRG', 'IgniteDemoKV') });
    expect(chain).toMatchObject({ secret: { keyVaultName: 'IgniteDemoKV' }, key: { keyVaultName: 'IgniteDemoKV', state: 'present' } });
    const found = await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'present');
    expect(found.keyChain).toEqual(chain);
  });

  it('leave no trace in answers and logs', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const chain = await intoContosoKv(jobId);
    const { body } = await atKeyVault('GET', chain.secret.url);
    const { value } = z.object({ value: z.string().min(50) }).parse(body);
    const shown = JSON.stringify(chain) + JSON.stringify(await ask.get(restore, restorePath(jobId))) + contoso.server.log();
    expect(shown).not.toContain(value);
    expect(shown).not.toContain('AzureKeyVaultKeyBackup');
  });
});

it('a key is not put over another one of its name', async () => {
  const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
  const create = `https://contosokv.vault.azure.net/keys/LostKEK/create?api-version=7.4`;
  await direct(contoso.azure, 'adele', 'POST', create, { kty: 'RSA' });
  const [original] = await ask.get(z.array(keyVaultTarget), `${restorePath(jobId)}/key-vaults`);
  expect(original).toMatchObject({ name: 'ContosoKV', reason: 'name-taken' });
  expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how: { way: 'restore', keyVaultId: CONTOSO_KV } })).toBe(
    'key-vault-refused',
  );
});

it('a key vault behind a firewall is told from one without rights', async () => {
  const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
  const properties = { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } };
  await direct(contoso.azure, 'adele', 'PATCH', `${CONTOSO_KV}?api-version=2023-07-01`, { properties });
  const found = await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.key?.state === 'firewalled');
  expect(found.keysThere).toMatchObject({ state: 'hidden', needs: [{ right: 'pass-firewall', at: [CONTOSO_KV] }] });
  const [original] = await ask.get(z.array(keyVaultTarget), `${restorePath(jobId)}/key-vaults`);
  expect(original).toMatchObject({ name: 'ContosoKV', reason: 'firewalled' });
  const how = { way: 'restore', keyVaultId: CONTOSO_KV };
  expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-firewall');
});

it('the secret of a machine without a key comes back alone', async () => {
  const item = await backUp(contoso, ask, 'OperationsRG', 'BekOnlyVM1');
  const jobId = await restoreDisks(contoso, ask, 'BekOnlyVM1', 'IgniteRG', item);
  const { keyChain: before } = await ask.get(restore, restorePath(jobId));
  expect(before).toMatchObject({ secret: { state: 'present' }, key: null });
  const name = before?.secret.name ?? '';
  await atKeyVault('DELETE', objectOf(before?.secret.url));
  await atKeyVault('DELETE', `https://contosokv.vault.azure.net/deletedsecrets/${name}`);
  await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'missing');
  const chain = await intoContosoKv(jobId);
  expect(chain).toMatchObject({ secret: { state: 'present' }, key: null });
  expect((await atKeyVault('GET', chain.secret.url)).body).toMatchObject({ contentType: 'BEK' });
});

describe('keys of an isolated machine', () => {
  const group = `tresor-isolated-${'0'.repeat(31)}1`;
  const isolate = async () => {
    const groupId = `/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/${group}`;
    await direct(contoso.azure, 'adele', 'PUT', `${groupId}?api-version=2021-04-01`, { location: 'westeurope' });
    return restoreDisks(contoso, ask, 'FullRestoreVM1', group);
  };

  it('go to a new key vault of its own group, and to none beside the old machine', async () => {
    const jobId = await isolate();
    const path = restorePath(jobId);
    const { isolatedGroup } = await ask.get(restore, path);
    expect(isolatedGroup?.toLowerCase()).toBe(group);
    for (const how of [{ way: 'create', name: 'BesideKV', group: 'OperationsRG' }, { way: 'recover' }]) {
      expect(await ask.refusal('PUT', `${path}/keys`, { how })).toBe('key-vault-refused');
      const answers = await proposedAnswers(ask, path, { keys: how });
      const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers });
      expect(faults).toContainEqual({ field: 'keys', fault: 'not-isolated' });
    }
    expect(contoso.azure.world.resources.list('Microsoft.KeyVault/vaults', '/subscriptions').map(({ name }) => name)).not.toContain(
      'BesideKV',
    );
    const chain = await restoreKeys(jobId, { way: 'create', name: 'IsolatedKV', group });
    expect(chain).toMatchObject({ secret: { keyVaultName: 'IsolatedKV' }, key: { keyVaultName: 'IsolatedKV' } });
  });
});

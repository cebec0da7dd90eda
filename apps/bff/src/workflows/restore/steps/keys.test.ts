import { randomUUID } from 'node:crypto';
import {
  letIn as toldLetIn,
  keyChain,
  keyVaultTarget,
  machineOptions,
  recoveryPoint,
  restore,
  restoreRecord,
  type KeyChain,
  type Restore,
} from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { keyVaultId, OPERATIONS } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { ADELE, backUp, PATTI, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const CONTOSO_KV = keyVaultId('KeyVaultRG', 'ContosoKV');
const restoreKeys = (jobId: string, how: object, asked?: Asked): Promise<KeyChain> =>
  ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how }, asked);
const intoContosoKv = (jobId: string) => restoreKeys(jobId, { way: 'restore', keyVaultId: CONTOSO_KV });

const atKeyVault = (method: 'GET' | 'PATCH' | 'DELETE', url: string, body?: unknown) =>
  direct(contoso.azure, 'adele', method, `${url}?api-version=7.4`, body);

const setPace = (seconds: number) =>
  fetch(`${contoso.azure.url}/control/key-vaults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seconds }),
  });

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const KEY_VAULT_CONTRIBUTOR = 'f25e0fa2-a7c8-4377-a976-54943a77a395';

async function giveRole(principalId: string, role: string, scope: string): Promise<void> {
  const roleDefinitionId = `/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  const properties = { principalId, principalType: 'User', roleDefinitionId };
  const assignment = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
  await direct(contoso.azure, 'adele', 'PUT', `${assignment}?api-version=2022-04-01`, { properties });
  takeEffect(contoso.azure);
}

const whole = { secret: { state: 'present' }, key: { state: 'present' } };
const objectOf = (url = '') => url.split('/').slice(0, 5).join('/');

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

describe('a key vault that is gone', () => {
  it('is made again with key and secret in it', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    const chain = await restoreKeys(jobId, how);
    expect(chain).toMatchObject({ ...whole, secret: { keyVaultName: 'SecondKV' } });
    expect(await restoreKeys(jobId, how)).toEqual(chain);
  });

  it('is made once, although an answer is lost', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: 'reset-after', times: 1 });
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: '500' });
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    expect(await restoreKeys(jobId, how)).toMatchObject({ ...whole, secret: { keyVaultName: 'SecondKV' } });
    // Nothing was sent once more: who might have come in between keeps what is theirs.
    expect(contoso.azure.faults.armed).toHaveLength(1);
  });

  it('of somebody else, made meanwhile under its name, is taken', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: '409', times: 1 });
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-name-taken');
  });

  it('is not made under a name that is taken', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'DeletedKV', group: 'IgniteRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-name-taken');
  });
});

/** Breaks a link of the chain, recovers it and expects the chain to be as before. */
const recovered = async (breakLink: (chain: KeyChain) => Promise<unknown>, state: string) => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const { keyChain: before } = await ask.get(restore, restorePath(jobId));
  if (!before) throw new Error('the point has no keys');
  await breakLink(before);
  const broken = await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === state);
  expect(broken.keyChain?.secret.state).toBe(state);
  expect(await restoreKeys(jobId, { way: 'recover' })).toEqual(before);
  return broken;
};

const policyBody = z.object({ properties: z.object({ accessPolicies: z.array(z.object({ objectId: z.string() })) }) });

/** Who is let into a key vault. */
async function letIn(id: string): Promise<string[]> {
  const { body } = await direct(contoso.azure, 'adele', 'GET', `${id}?api-version=2023-07-01`);
  return policyBody.parse(body).properties.accessPolicies.map(({ objectId }) => objectId);
}

/** Has somebody order something of the restore. Who that is on record. */
async function commandOf(person: string, jobId: string): Promise<{ name: string }> {
  await contoso.as(person, `${restorePath(jobId)}/leftovers`, { method: 'DELETE' });
  const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
  const [last] = commands.slice(-1);
  if (last?.command !== 'restores.removeLeftovers') throw new Error('the command is not on record');
  return last.by;
}

describe('a new key vault', () => {
  it('lets in those of the old one, and Azure Backup', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const before = await letIn(CONTOSO_KV);
    await restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    const after = await letIn(keyVaultId('KeyVaultRG', 'SecondKV'));
    expect(after.toSorted()).toEqual(before.toSorted());
  });

  it('lets in the owners of its resource group where the old one is gone', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    await giveRole(PATTI, OWNER, '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG');
    await restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    expect(await letIn(keyVaultId('KeyVaultRG', 'SecondKV'))).toEqual(expect.arrayContaining([ADELE, PATTI]));
    const told = () => ask.get(z.array(toldLetIn), `${restorePath(jobId)}/key-vaults/access`);
    const common = { keyVaultName: 'SecondKV', user: true, backup: true, groups: [] };
    expect(await told()).toEqual([{ ...common, people: [], others: 1 }]);
    // Anyone who gave a command for the vault is known by name, whatever came of it.
    const { name } = await commandOf('patti', jobId);
    expect(await told()).toEqual([{ ...common, people: [name], others: 0 }]);
  });

  it('is suggested under a name that is free', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const suggestion = () => ask.get(z.strictObject({ name: z.string() }), `${restorePath(jobId)}/key-vaults/suggestion`);
    expect(await suggestion()).toEqual({ name: 'GoneKV-2' });
    const other = {
      location: 'westeurope',
      properties: { tenantId: contoso.azure.tenantId, sku: { family: 'A', name: 'standard' }, accessPolicies: [] },
    };
    await direct(contoso.azure, 'adele', 'PUT', `${keyVaultId('IgniteRG', 'GoneKV-2')}?api-version=2023-07-01`, other);
    expect(await suggestion()).toEqual({ name: 'GoneKV-3' });
  });

  it('of others is taken, which is not a missing right', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'IgniteDemoKV', group: 'IgniteRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-name-taken');
  });

  it('can be purged until the new machine runs, and never after its backup was enabled', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    await restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    const { subnets } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
    await ask.send(z.looseObject({}), 'PUT', `${restorePath(jobId)}/machine`, { machine });
    contoso.azure.advance(300_000);
    const isProtected = async () => {
      const { body } = await direct(contoso.azure, 'adele', 'GET', `${keyVaultId('KeyVaultRG', 'SecondKV')}?api-version=2023-07-01`);
      return z.object({ properties: z.object({ enablePurgeProtection: z.boolean().optional() }) }).parse(body).properties
        .enablePurgeProtection;
    };
    expect(await isProtected()).toBeUndefined();
    await ask.send(z.looseObject({}), 'PUT', `${restorePath(jobId)}/protection`, { edition: 'current', policyName: 'DefaultPolicy' });
    expect(await isProtected()).toBe(true);
  });
});

const keysOf = (found: Restore) => found.steps.find(({ step }) => step === 'keys');

/** Time passes in Azure while the BFF waits for an answer. */
async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  await expect.poll(() => (contoso.azure.advance(1_000), isOver), { timeout: 20_000, interval: 200 }).toBe(true);
  return over;
}

describe('a key vault that takes its time', () => {
  beforeEach(() => setPace(5));

  it('gives key and secret back once they can be read', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    for (const url of [before?.key?.url, before?.secret.url]) await atKeyVault('DELETE', objectOf(url));
    contoso.azure.advance(10_000);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'deleted');
    expect(await whileTimePasses(restoreKeys(jobId, { way: 'recover' }))).toEqual(before);
  });

  it('is made again, and what was in it is put there once its name leads to it', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    expect(await whileTimePasses(restoreKeys(jobId, how))).toMatchObject({ ...whole, secret: { keyVaultName: 'SecondKV' } });
  });

  it('is called neither missing nor empty while its name leads nowhere, and keeps nothing else from being read', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const url = `${CONTOSO_KV}?api-version=2023-07-01`;
    await direct(contoso.azure, 'adele', 'DELETE', url);
    const properties = { createMode: 'recover', tenantId: contoso.azure.tenantId, sku: { family: 'A', name: 'standard' } };
    await direct(contoso.azure, 'adele', 'PUT', url, { location: 'westeurope', properties });
    const registering = await ask.get(restore, restorePath(jobId));
    expect(registering.keyChain).toMatchObject({ secret: { state: 'vault-registering' }, key: { state: 'vault-registering' } });
    expect(registering.steps).toMatchObject([
      { step: 'disks', state: 'done' },
      { step: 'keys', state: 'running', reason: 'key-vault-registering', command: null },
      { step: 'machine', state: 'blocked' },
      {},
      {},
      {},
    ]);
    expect(registering.next).toEqual({ kind: 'wait', step: 'keys' });
    const [point] = await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/recovery-points`);
    expect(point?.verdict).toEqual({ state: 'unknown', reasons: ['key-vault-registering'] });
    const targets = await ask.get(z.array(keyVaultTarget), `${restorePath(jobId)}/key-vaults`);
    expect(targets[0]).toMatchObject({ name: 'ContosoKV', reason: 'registering' });
    expect(await whileTimePasses(restoreKeys(jobId, { way: 'recover' }))).toMatchObject(whole);
    const found = await watchRestore(ask, restorePath(jobId), (seen) => states(seen)['keys'] === 'done');
    expect(found).toMatchObject({ keyChain: whole, next: { step: 'machine' } });
  });

  it('made by two people at once lets both of them in', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    await giveRole(PATTI, KEY_VAULT_CONTRIBUTOR, keyVaultId('KeyVaultRG', 'SecondKV').split('/providers/')[0] ?? '');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    // Patti's is made while Adele's is on its way, which then replaces it.
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: 'slow', seconds: 1, times: 1 });
    const adele = restoreKeys(jobId, how);
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    const patti = restoreKeys(jobId, how, { person: 'patti' });
    expect(await whileTimePasses(Promise.all([adele, patti]))).toMatchObject([whole, whole]);
    expect(await letIn(keyVaultId('KeyVaultRG', 'SecondKV'))).toEqual(expect.arrayContaining([ADELE, PATTI]));
  });

  it('made by a colleague lets in who goes on, and waits until that counts', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    contoso.azure.faults.arm({ operation: 'POST /keys/restore', kind: '500' });
    await whileTimePasses(ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how }));
    contoso.azure.faults.clear();
    await giveRole(PATTI, KEY_VAULT_CONTRIBUTOR, keyVaultId('KeyVaultRG', 'SecondKV').split('/providers/')[0] ?? '');
    expect(await whileTimePasses(restoreKeys(jobId, how, { person: 'patti' }))).toMatchObject(whole);
  });

  it('lets nobody make a second one while a colleague’s is being made', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const making = restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    const seenBy = async (person: string) =>
      keysOf(await watchRestore(ask, restorePath(jobId), (found) => keysOf(found)?.command === null, { person }));
    expect(await seenBy('adele')).toMatchObject({ state: 'running', reason: 'key-vault-registering' });
    // Who does not see all key vaults is not offered it either.
    expect(await seenBy('alex')).toMatchObject({ state: 'hidden', reason: 'key-vault-registering' });
    expect(await whileTimePasses(making)).toMatchObject(whole);
  });

  it('is itself recovered to the end', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    await direct(contoso.azure, 'adele', 'DELETE', `${CONTOSO_KV}?api-version=2023-07-01`);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'vault-deleted');
    expect(await whileTimePasses(restoreKeys(jobId, { way: 'recover' }))).toEqual(before);
  });

  it('takes a purged key from the backup as soon as its name is free, and calls no name taken', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    const key = objectOf(before?.key?.url);
    await atKeyVault('DELETE', key);
    contoso.azure.advance(10_000);
    await atKeyVault('DELETE', key.replace('/keys/', '/deletedkeys/'));
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.key?.state === 'missing');
    expect(await whileTimePasses(intoContosoKv(jobId))).toMatchObject(whole);
  });
});

describe('what can be recovered', () => {
  it('is a deleted key vault', async () => {
    await recovered(() => direct(contoso.azure, 'adele', 'DELETE', `${CONTOSO_KV}?api-version=2023-07-01`), 'vault-deleted');
  });

  it('is a deleted key and a deleted secret', async () => {
    await recovered(async ({ secret, key }) => {
      await atKeyVault('DELETE', objectOf(key?.url));
      await atKeyVault('DELETE', objectOf(secret.url));
    }, 'deleted');
  });

  it('is a disabled secret', async () => {
    await recovered(({ secret }) => atKeyVault('PATCH', secret.url, { attributes: { enabled: false } }), 'disabled');
  });

  it('is not what a reader may change', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    await direct(contoso.azure, 'adele', 'DELETE', `${CONTOSO_KV}?api-version=2023-07-01`);
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how: { way: 'recover' } }, { person: 'megan' })).toBe('forbidden');
  });
});

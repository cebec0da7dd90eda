import { keyVaultTarget, recoveryPoint, restore, type Restore } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { keyVaultId, OPERATIONS } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { CONTOSO_KV, KEY_VAULT_CONTRIBUTOR, keysBack, objectOf, whole } from '../../../testing/keys-back';
import { ADELE, PATTI, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import { whileTimePasses } from '../../../testing/while-time-passes';

let contoso: Contoso;
const ask = asker(() => contoso);
const { restoreKeys, intoContosoKv, atKeyVault, giveRole, letIn } = keysBack(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const setPace = (seconds: number) =>
  fetch(`${contoso.azure.url}/control/key-vaults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seconds }),
  });

const keysOf = (found: Restore) => found.steps.find(({ step }) => step === 'keys');

describe('a key vault that takes its time', () => {
  beforeEach(() => setPace(5));

  it('gives key and secret back once they can be read', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    for (const url of [before?.key?.url, before?.secret.url]) await atKeyVault('DELETE', objectOf(url));
    contoso.azure.advance(10_000);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'deleted');
    expect(await whileTimePasses(contoso, restoreKeys(jobId, { way: 'recover' }))).toEqual(before);
  });

  it('is made again, and what was in it is put there once its name leads to it', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    expect(await whileTimePasses(contoso, restoreKeys(jobId, how))).toMatchObject({ ...whole, secret: { keyVaultName: 'SecondKV' } });
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
    expect(await whileTimePasses(contoso, restoreKeys(jobId, { way: 'recover' }))).toMatchObject(whole);
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
    expect(await whileTimePasses(contoso, Promise.all([adele, patti]))).toMatchObject([whole, whole]);
    expect(await letIn(keyVaultId('KeyVaultRG', 'SecondKV'))).toEqual(expect.arrayContaining([ADELE, PATTI]));
  });

  it('made by a colleague lets in who goes on, and waits until that counts', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    contoso.azure.faults.arm({ operation: 'POST /keys/restore', kind: '500' });
    await whileTimePasses(contoso, ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how }));
    contoso.azure.faults.clear();
    await giveRole(PATTI, KEY_VAULT_CONTRIBUTOR, keyVaultId('KeyVaultRG', 'SecondKV').split('/providers/')[0] ?? '');
    expect(await whileTimePasses(contoso, restoreKeys(jobId, how, { person: 'patti' }))).toMatchObject(whole);
  });

  it('lets nobody make a second one while a colleague’s is being made', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const making = restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    const seenBy = async (person: string) =>
      keysOf(await watchRestore(ask, restorePath(jobId), (found) => keysOf(found)?.command === null, { person }));
    expect(await seenBy('adele')).toMatchObject({ state: 'running', reason: 'key-vault-registering' });
    // Who does not see all key vaults is not offered it either.
    expect(await seenBy('alex')).toMatchObject({ state: 'hidden', reason: 'key-vault-registering' });
    expect(await whileTimePasses(contoso, making)).toMatchObject(whole);
  });

  it('is itself recovered to the end', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    await direct(contoso.azure, 'adele', 'DELETE', `${CONTOSO_KV}?api-version=2023-07-01`);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'vault-deleted');
    expect(await whileTimePasses(contoso, restoreKeys(jobId, { way: 'recover' }))).toEqual(before);
  });

  it('takes a purged key from the backup as soon as its name is free, and calls no name taken', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    const key = objectOf(before?.key?.url);
    await atKeyVault('DELETE', key);
    contoso.azure.advance(10_000);
    await atKeyVault('DELETE', key.replace('/keys/', '/deletedkeys/'));
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.key?.state === 'missing');
    expect(await whileTimePasses(contoso, intoContosoKv(jobId))).toMatchObject(whole);
  });
});

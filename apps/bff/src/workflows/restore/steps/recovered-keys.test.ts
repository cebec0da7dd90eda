import { keyVaultAccess, restore, type KeyChain } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { keyVaultId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { CONTOSO_KV, keysBack, objectOf } from '../../../testing/keys-back';
import { backUp, restoreDisks, restorePath, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const { restoreKeys, atKeyVault } = keysBack(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

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

describe('what can be recovered', () => {
  it('is a deleted key vault', async () => {
    await recovered(() => direct(contoso.azure, 'adele', 'DELETE', `${CONTOSO_KV}?api-version=2023-07-01`), 'vault-deleted');
  });

  it('is a deleted key vault where roles decide, but none of the roles that were given at it', async () => {
    const keyVault = keyVaultId('KeyVaultRG', 'RbacReadyKV');
    const accessOf = async () => {
      const question = { edition: 'current', needsKeys: true, keyVaultIds: [keyVault] };
      const [access] = await ask.send(z.array(keyVaultAccess), 'POST', '/api/key-vault-access', question);
      return access?.state;
    };
    expect(await accessOf()).toBe('granted');
    const item = await backUp(contoso, ask, 'KeysRG', 'RbacReadyVM1');
    const jobId = await restoreDisks(contoso, ask, 'RbacReadyVM1', 'IgniteRG', item);
    await direct(contoso.azure, 'adele', 'DELETE', `${keyVault}?api-version=2023-07-01`);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'vault-deleted');
    await restoreKeys(jobId, { way: 'recover' });
    expect(await accessOf()).toBe('lacking');
  });

  it('is a deleted key and a deleted secret', async () => {
    await recovered(async ({ secret, key }) => {
      await atKeyVault('DELETE', objectOf(key?.url));
      await atKeyVault('DELETE', objectOf(secret.url));
    }, 'deleted');
  });

  it('is what somebody else recovers meanwhile', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } = await ask.get(restore, restorePath(jobId));
    const secret = objectOf(before?.secret.url);
    await atKeyVault('DELETE', secret);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.secret.state === 'deleted');
    contoso.azure.faults.arm({ operation: 'POST .*/recover', kind: 'slow', seconds: 30, times: 1 });
    const recovered = restoreKeys(jobId, { way: 'recover' });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    await atKeyVault('POST', `${secret.replace('/secrets/', '/deletedsecrets/')}/recover`);
    contoso.azure.faults.clear();
    expect(await recovered).toEqual(before);
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

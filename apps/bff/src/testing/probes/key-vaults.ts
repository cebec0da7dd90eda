import { randomUUID } from 'node:crypto';
import { keyVaultView } from '@tresor/contracts';
import * as z from 'zod';
import { keyVaultId } from '../contoso-places';
import { restorePath } from '../restoring';
import { isWholeAfter } from './keys';
import { KEY_VAULT_VERSION, keyVault, SUBSCRIPTION, type Probe, type Stage } from './stage';

/** A key vault that was deleted comes back. */
export function deletedKeyVault(stage: Stage, jobId: string, name: string): Probe {
  return {
    steps: ['recover-key-vault'],
    places: { keyVaultId: keyVault(name) },
    async take() {
      const answer = await stage.lee('PUT', `${restorePath(jobId)}/keys`, { how: { way: 'recover' } });
      return answer.ok && (await stage.adele('GET', `${keyVault(name)}?${KEY_VAULT_VERSION}`)).status === 200;
    },
    undo: () => stage.adele('DELETE', `${keyVault(name)}?${KEY_VAULT_VERSION}`),
  };
}

/** A key vault is made for keys that are lost with theirs. */
export function newKeyVault(stage: Stage, jobId: string): Probe {
  const group = 'OperationsRG';
  let name = '';
  return {
    steps: ['create-key-vault'],
    places: { group },
    take() {
      name = `Lens${randomUUID().slice(0, 8)}`;
      return isWholeAfter(stage, jobId, { way: 'create', name, group });
    },
    undo: () => stage.adele('DELETE', `${keyVaultId(group, name)}?${KEY_VAULT_VERSION}`),
  };
}

const keyVaultBody = z.object({ properties: z.object({ enabledForDiskEncryption: z.boolean() }) });

/** A key vault that is closed to machines is opened. */
export function closedKeyVault(stage: Stage, jobId: string, name: string): Probe {
  const url = `${keyVault(name)}?${KEY_VAULT_VERSION}`;
  const set = (enabledForDiskEncryption: boolean) => stage.adele('PATCH', url, { properties: { enabledForDiskEncryption } });
  return {
    steps: ['open-key-vault'],
    places: { keyVaultId: keyVault(name) },
    prepare: () => set(false),
    async take() {
      const answer = await stage.lee('PUT', `${restorePath(jobId)}/keys`, { how: { way: 'recover' } });
      const { properties } = keyVaultBody.parse((await stage.adele('GET', url)).body);
      return answer.ok && properties.enabledForDiskEncryption;
    },
    undo: () => set(true),
  };
}

/** The Backup service is let into a key vault, by its access policies or by a role. */
export function grantIn(stage: Stage, name: string, way: 'access-policy' | 'built-in-role'): Probe {
  const path = `/api/key-vaults/${SUBSCRIPTION}/KeyVaultRG/${name}`;
  let grantId = '';
  return {
    steps: ['grant-access'],
    places: { keyVaultId: keyVault(name) },
    async take() {
      grantId = randomUUID();
      const { details } = await stage.ask.get(keyVaultView, path);
      const request = { way, permissions: ['secrets/get'], stamp: details?.stamp };
      return (await stage.lee('PUT', `${path}/grants/${grantId}`, request)).ok;
    },
    undo: () => stage.contoso.as('adele', `${path}/grants/${grantId}/undo`, { method: 'POST' }),
  };
}

import { randomUUID } from 'node:crypto';
import { keyChain, type KeyChain } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import * as z from 'zod';
import type { Ask, Asked } from './ask';
import { keyVaultId } from './contoso-places';
import { direct } from './direct';
import { restorePath } from './restoring';
import type { Contoso } from './start-contoso';

export const CONTOSO_KV = keyVaultId('KeyVaultRG', 'ContosoKV');
export const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
export const KEY_VAULT_CONTRIBUTOR = 'f25e0fa2-a7c8-4377-a976-54943a77a395';

/** Key and secret are there. */
export const whole = { secret: { state: 'present' }, key: { state: 'present' } };

/** The address of a key or secret without its version. */
export const objectOf = (url = '') => url.split('/').slice(0, 5).join('/');

const policyBody = z.object({ properties: z.object({ accessPolicies: z.array(z.object({ objectId: z.string() })) }) });

/** Has keys brought back as people do, and looks into key vaults past the product. */
export function keysBack(contoso: () => Contoso, ask: Ask) {
  const restoreKeys = (jobId: string, how: object, asked?: Asked): Promise<KeyChain> =>
    ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how }, asked);
  return {
    restoreKeys,
    intoContosoKv: (jobId: string) => restoreKeys(jobId, { way: 'restore', keyVaultId: CONTOSO_KV }),
    atKeyVault: (method: 'GET' | 'PATCH' | 'POST' | 'DELETE', url: string, body?: unknown) =>
      direct(contoso().azure, 'adele', method, `${url}?api-version=7.4`, body),
    giveRole: async (principalId: string, role: string, scope: string): Promise<void> => {
      const roleDefinitionId = `/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/providers/Microsoft.Authorization/roleDefinitions/${role}`;
      const properties = { principalId, principalType: 'User', roleDefinitionId };
      const assignment = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
      await direct(contoso().azure, 'adele', 'PUT', `${assignment}?api-version=2022-04-01`, { properties });
      takeEffect(contoso().azure);
    },
    /** Who is let into a key vault. */
    letIn: async (id: string): Promise<string[]> => {
      const { body } = await direct(contoso().azure, 'adele', 'GET', `${id}?api-version=2023-07-01`);
      return policyBody.parse(body).properties.accessPolicies.map(({ objectId }) => objectId);
    },
  };
}

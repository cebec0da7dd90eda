import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { parseArmId, sameId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';
import { readKeyVault, type AccessPolicy } from '../key-vault-access/read-key-vault';

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

const KEYS = ['get', 'list', 'create', 'import', 'update', 'delete', 'recover', 'backup', 'restore'];
const SECRETS = ['get', 'list', 'set', 'delete', 'recover', 'backup', 'restore'];

/** What somebody gets who is to work in a key vault: all but to purge. */
export const workingPolicy = (objectId: string): AccessPolicy => ({ objectId, permissions: { keys: KEYS, secrets: SECRETS } });

/**
 * Who works in a key vault that is to stand for another: whom the old one let in, where that can still be read, else the owners of the
 * new one's resource group. Nobody where the user may see neither.
 */
export async function inheritedPolicies(session: AzureSession, original: string, groupId: string): Promise<AccessPolicy[]> {
  const old = await readKeyVault(session, original);
  if (old.state === 'there' && old.keyVault.model === 'access-policy') return old.keyVault.policies;
  return (await ownersOf(session, groupId)).map(workingPolicy);
}

const assignments = pageOf(
  z.object({ properties: z.object({ principalId: z.string(), principalType: z.string().nullish(), roleDefinitionId: z.string() }) }),
);

/** The people and groups that own a resource group, also by what is above it. */
async function ownersOf(session: AzureSession, groupId: string): Promise<string[]> {
  const { roleAssignments } = clients.authorization(session, parseArmId(groupId)?.subscriptionId ?? '');
  const found = await readPages(session, assignments, (options) =>
    roleAssignments.listForScope(groupId, { ...options, filter: 'atScope()' }),
  ).catch((error: unknown) => {
    if (isStatus(error, 403)) return [];
    throw error;
  });
  return found
    .map(({ properties }) => properties)
    .filter(({ principalType, roleDefinitionId }) => principalType !== 'ServicePrincipal' && sameId(nameOf(roleDefinitionId), OWNER))
    .map(({ principalId }) => principalId);
}

import type { KeyVaultPath, KeyVaultView } from '@tresor/contracts';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { backupServiceId } from '../../azure/backup-service';
import { policiesFor } from '../../azure/key-vault-access/policies';
import { readKeyVault, type KeyVault } from '../../azure/key-vault-access/read-key-vault';
import { readServiceAccess, stampOf, type HeldAccess } from '../../azure/key-vault-access/service-access';
import { readPermissions } from '../../azure/permissions';
import type { Grants } from '../../store/grants';
import { toGrant } from './answer';
import { keyVaultIdOf } from './look';
import { settle } from './settle';

/** What the Backup service may do in a key vault, what the user could do about it, and what was done about it here. */
export async function getKeyVault(grants: Grants, session: AzureSession, path: KeyVaultPath): Promise<KeyVaultView> {
  // One decides by what is there now.
  session.forget();
  const id = keyVaultIdOf(path);
  const read = await readKeyVault(session, id);
  const serviceAppId = session.cloud.backupService;
  if (read.state !== 'there') return { id, name: path.keyVaultName, state: read.state, serviceAppId, details: null };
  const { keyVault } = read;
  const [service = null, missing] = await Promise.all([backupServiceId(session), readMissing(session, path, keyVault)]);
  const now = service === null ? null : await readServiceAccess(session, keyVault, service);
  const { name, location, model, enabledForDiskEncryption, network, policies } = keyVault;
  const access = now?.access ?? null;
  return {
    id: keyVault.id,
    name,
    state: 'there',
    serviceAppId,
    details: {
      location,
      model,
      enabledForDiskEncryption,
      network,
      serviceId: service,
      access,
      held: now?.held ?? [],
      takesEffectBy: now?.takesEffectBy ?? null,
      otherPolicies: policies.length - (service === null ? 0 : policiesFor(policies, service).length),
      ...missing,
      stamp: stampOf(keyVault, access),
      grants: await history(grants, session, keyVault, now),
    },
  };
}

async function history(grants: Grants, session: AzureSession, keyVault: KeyVault, now: HeldAccess | null) {
  const stored = await grants.list(session.principal.tid, idKey(keyVault.id));
  const settled = now === null ? stored : await Promise.all(stored.map((grant) => settle(grants, grant, now.access)));
  return settled.map((grant) => toGrant(grant, now?.access ?? null, now?.takesEffectBy ?? null));
}

const POLICY_RIGHTS = ['Microsoft.KeyVault/vaults/accessPolicies/write'];
const ROLE_RIGHTS = [
  'Microsoft.Authorization/roleDefinitions/read',
  'Microsoft.Authorization/roleAssignments/write',
  'Microsoft.Authorization/roleAssignments/delete',
];
const DEFINITION_RIGHTS = ['read', 'write', 'delete'].map((verb) => `Microsoft.Authorization/roleDefinitions/${verb}`);

async function readMissing(session: AzureSession, { subscriptionId }: KeyVaultPath, { id, model }: KeyVault) {
  const [here, above] = await Promise.all([readPermissions(session, id), readPermissions(session, `/subscriptions/${subscriptionId}`)]);
  const lacking = (actions: string[], { may }: typeof here) => actions.filter((action) => !may(action));
  if (model === 'access-policy') return { missingToGrant: lacking(POLICY_RIGHTS, here), missingToDefineRole: [] };
  return { missingToGrant: lacking(ROLE_RIGHTS, here), missingToDefineRole: lacking(DEFINITION_RIGHTS, above) };
}

import { assignRole } from '../world/authorization/access';
import { accessPoliciesOf } from '../world/key-vault/key-vault-access';
import { putSubscription } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { seedGroups } from './groups';
import { addBek, addKek, addKeyVault, keyVaultId, type KeyVaultSpec } from './key-vaults';
import { addMachine } from './machines';
import { backUpInThePast, goOnFromNow, protectInThePast } from './past';
import { FABRIKAM_TENANT_ID, people, seedPeople } from './people';
import { guidOf } from '../world/stable-ids';
import { addVault } from './vaults';

const CUSTOMER = guidOf('subscription of Fabrikam');
const PLACE = { subscriptionId: CUSTOMER, group: 'FabrikamRG', location: 'westeurope' } as const;
const KEY_VAULT: KeyVaultSpec = { ...PLACE, name: 'FabrikamKV', model: 'access policies', backup: 'complete' };
/** What can be delegated, and is enough for all that Resource Manager answers. */
const DELEGATED = ['Contributor', 'Reader'] as const;

/**
 * The company as a service provider: a customer has delegated a subscription to it by Azure Lighthouse, with a vault that backs up one of two
 * encrypted machines. The key vault is of the customer's tenant, and so is everybody in its policies.
 */
export function seedProvider(world: World): void {
  seedPeople(world);
  seedGroups(world);
  putSubscription(world, { subscriptionId: CUSTOMER, displayName: 'Fabrikam Production', customerTenantId: FABRIKAM_TENANT_ID });
  for (const role of DELEGATED) assignRole(world, { principalId: people.adele.objectId, role, scope: `/subscriptions/${CUSTOMER}` });
  addKeyVault(world, KEY_VAULT);
  const keyUrl = addKek(world, KEY_VAULT.name, 'FabrikamKEK');
  const secretVaultId = keyVaultId(KEY_VAULT);
  const ids = ['FabrikamApp1', 'FabrikamWeb1'].map((name) => {
    const spec = { ...PLACE, name, os: 'Windows' as const, disks: 'managed' as const };
    const secretUrl = addBek(world, KEY_VAULT.name, spec, keyUrl);
    return addMachine(world, { ...spec, encryption: { pass: 'single', secretUrl, secretVaultId, keyUrl, keyVaultId: secretVaultId } });
  });
  const vaultId = addVault(world, PLACE, 'FabrikamVault');
  const item = protectInThePast(world, vaultId, ids[0] ?? '', 'DefaultPolicy', 8);
  backUpInThePast(world, item, 7, 0);
  goOnFromNow(world, vaultId);
  giveKeyVaultTo(world, FABRIKAM_TENANT_ID);
}

/** From here on tokens of that tenant open the key vault, and those of no other: nobody here is in its policies, only the Backup service is. */
function giveKeyVaultTo(world: World, tenantId: string): void {
  const keyVault = world.resources.get(keyVaultId(KEY_VAULT));
  if (!keyVault) return;
  const accessPolicies = accessPoliciesOf(keyVault)
    .filter(({ objectId }) => objectId !== people.adele.objectId)
    .map((policy) => ({ ...policy, tenantId }));
  world.resources.put({ ...keyVault, properties: { ...keyVault.properties, tenantId, accessPolicies } });
}

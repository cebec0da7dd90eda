import { resourceId } from '../world/arm-ids';
import { servicePrincipalOf } from '../world/directory/directory';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from './company';
import { keyVaults } from './contoso-key-vaults';
import { keyVaultId } from './key-vaults';
import { ensureGroup } from './places';

const place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'KeysRG', location: 'westeurope' } as const;
const name = 'ContosoDES';

export const contosoDiskEncryptionSet = resourceId(place.subscriptionId, place.group, `Microsoft.Compute/diskEncryptionSets/${name}`);

/** The company's disk encryption set with its key. */
export function addDiskEncryptionSet(world: World, keyUrl: string): void {
  ensureGroup(world, place);
  const { objectId: principalId } = servicePrincipalOf(world, guidOf(contosoDiskEncryptionSet.toLowerCase()), name);
  world.resources.put({
    id: contosoDiskEncryptionSet,
    name,
    type: 'Microsoft.Compute/diskEncryptionSets',
    location: place.location,
    identity: { type: 'SystemAssigned', principalId, tenantId: TENANT_ID },
    properties: {
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      activeKey: { keyUrl, sourceVault: { id: keyVaultId(keyVaults.ContosoKV) } },
      previousKeys: [],
      rotationToLatestKeyVersionEnabled: false,
      provisioningState: 'Succeeded',
    },
  });
}

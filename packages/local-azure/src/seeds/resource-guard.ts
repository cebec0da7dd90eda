import { changeVault, saveSettings, vaultPart } from '../providers/recovery-services/state/vault-store';
import { resourceId } from '../world/arm-ids';
import { eligibleRoles } from '../world/authorization/eligible-roles';
import { GUARD_TYPE } from '../world/authorization/resource-guards';
import { findRole } from '../world/authorization/roles';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { people } from './people';
import { ensureGroup } from './places';

const place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'GuardRG', location: 'westeurope' } as const;

export const RESOURCE_GUARD_ID = resourceId(place.subscriptionId, place.group, `${GUARD_TYPE}/ContosoResourceGuard`);

/** Protects a vault with the company's Resource Guard: Adele owns it, and Patti may act on it for some hours when Adele consents. */
export function guardVault(world: World, vaultId: string): void {
  ensureGroup(world, place);
  world.resources.put({
    id: RESOURCE_GUARD_ID,
    name: 'ContosoResourceGuard',
    type: GUARD_TYPE,
    location: place.location,
    properties: {
      provisioningState: 'Succeeded',
      allowAutoApprovals: true,
      description:
        'Adele Vance approves. Activate Backup MUA Operator in Privileged Identity Management and give the ticket as the reason.',
      vaultCriticalOperationExclusionList: [],
    },
  });
  saveSettings(world, vaultId, { guardProxy: { guardId: RESOURCE_GUARD_ID, updatedAt: world.clock.now() } });
  const vault = world.resources.get(vaultId);
  if (vault) {
    const securitySettings = { ...vaultPart(vault, 'securitySettings'), multiUserAuthorization: 'Enabled' };
    changeVault(world, vault, { properties: { ...vault.properties, securitySettings } });
  }
  const role = findRole(world, 'Backup MUA Operator');
  if (!role) return;
  const name = guidOf('Contoso eligible role of Patti on the Resource Guard');
  eligibleRoles(world).put(name, {
    name,
    scope: RESOURCE_GUARD_ID,
    role: role.name,
    principalId: people.patti.objectId,
    principalType: 'User',
    createdAt: world.clock.now(),
    approvers: [people.adele.objectId],
  });
}

import { assignRole } from '../world/access';
import { resourceId } from '../world/arm-ids';
import { customRoles } from '../world/roles';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { groups } from './groups';
import { people } from './people';

const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = (name: string) => `${production}/resourceGroups/${name}`;

/** What the company lets its helpdesk do, and where: no more than bringing a machine back takes. */
const roles = [
  {
    roleName: 'Contoso Machine Restorer',
    description: 'Makes virtual machines of restored disks and key vaults for their keys.',
    actions: [
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Compute/virtualMachines/*',
      'Microsoft.Compute/disks/read',
      'Microsoft.Compute/disks/write',
      'Microsoft.Network/networkInterfaces/*',
      'Microsoft.Network/publicIPAddresses/read',
      'Microsoft.Network/publicIPAddresses/write',
      'Microsoft.Network/publicIPAddresses/join/action',
      'Microsoft.KeyVault/vaults/read',
      'Microsoft.KeyVault/vaults/write',
      'Microsoft.KeyVault/vaults/deploy/action',
    ],
    scopes: [
      group('dbvm1'),
      group('dbvm2'),
      group('RestoreRG'),
      resourceId(PRODUCTION_SUBSCRIPTION_ID, 'IgniteRG', 'Microsoft.KeyVault/vaults/IgniteDemoKV'),
    ],
  },
  {
    roleName: 'Contoso Subnet User',
    description: 'Puts network interfaces into subnets.',
    actions: ['Microsoft.Network/virtualNetworks/read', 'Microsoft.Network/virtualNetworks/subnets/join/action'],
    scopes: [production],
  },
] as const;

/** Makes the company's own roles and gives them to the helpdesk. */
export function seedRoles(world: World): void {
  const now = world.clock.now();
  const by = people.adele.objectId;
  const given = { principalId: groups.helpdesk.objectId, principalType: 'Group' } as const;
  for (const { roleName, description, actions, scopes } of roles) {
    const name = guidOf(roleName);
    const rights = { actions, notActions: [], dataActions: [], notDataActions: [] };
    const made = { assignableScopes: [production], createdAt: now, updatedAt: now, createdBy: by, updatedBy: by };
    customRoles(world).put(name, { name, roleName, description, ...rights, ...made });
    for (const scope of scopes) assignRole(world, { ...given, role: name, scope });
  }
  assignRole(world, { ...given, role: 'Storage Blob Data Contributor', scope: group('StorageRG') });
}

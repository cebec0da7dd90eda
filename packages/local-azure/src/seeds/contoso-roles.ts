import { assignRole } from '../world/authorization/access';
import { subscriptionOf } from '../world/arm-ids';
import { customRoles } from '../world/authorization/roles';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { groups } from './groups';
import { people } from './people';

const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = (name: string) => `${production}/resourceGroups/${name}`;

const keyVaultActions = ['Microsoft.KeyVault/vaults/read', 'Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults/deploy/action'];

/** No more than bringing a machine back takes. */
const restorer = {
  roleName: 'Contoso Machine Restorer',
  description: 'Makes virtual machines of restored disks and key vaults for their keys.',
  actions: [
    'Microsoft.Resources/subscriptions/resourceGroups/read',
    'Microsoft.Resources/subscriptions/resourceGroups/write',
    'Microsoft.Compute/virtualMachines/*',
    'Microsoft.Compute/disks/read',
    'Microsoft.Compute/disks/write',
    'Microsoft.Network/networkInterfaces/*',
    'Microsoft.Network/publicIPAddresses/read',
    'Microsoft.Network/publicIPAddresses/write',
    'Microsoft.Network/publicIPAddresses/join/action',
    ...keyVaultActions,
  ],
};

const keyVaultRestorer = {
  roleName: 'Contoso Key Vault Restorer',
  description: 'Recovers deleted key vaults.',
  actions: keyVaultActions,
};

const subnetUser = {
  roleName: 'Contoso Subnet User',
  description: 'Puts network interfaces into subnets.',
  actions: ['Microsoft.Network/virtualNetworks/read', 'Microsoft.Network/virtualNetworks/subnets/join/action'],
};

const stagingUser = {
  roleName: 'Contoso Staging Account User',
  description: 'Lets restored disks pass through storage accounts.',
  actions: ['Microsoft.Storage/storageAccounts/read', 'Microsoft.Storage/storageAccounts/write'],
};

/** Where the helpdesk may bring machines and key vaults back, into whose subnets, and through the storage accounts of which groups; scopes are ARM ids. */
interface HelpdeskScopes {
  machines: readonly string[];
  keyVaults?: readonly string[];
  subnets: readonly string[];
  blobs: readonly string[];
}

/** Makes the company's own roles and gives them to the helpdesk. */
export function giveHelpdeskRoles(world: World, { machines, keyVaults = [], subnets, blobs }: HelpdeskScopes): void {
  const now = world.clock.now();
  const by = people.adele.objectId;
  const given = { principalId: groups.helpdesk.objectId, principalType: 'Group' } as const;
  const assignableScopes = [
    ...new Set([...machines, ...keyVaults, ...subnets, ...blobs].map((scope) => `/subscriptions/${subscriptionOf(scope)}`)),
  ];
  const roles = [
    [restorer, machines],
    [keyVaultRestorer, keyVaults],
    [subnetUser, subnets],
    [stagingUser, blobs],
  ] as const;
  for (const [{ roleName, description, actions }, scopes] of roles) {
    const name = guidOf(roleName);
    const rights = { actions, notActions: [], dataActions: [], notDataActions: [] };
    const made = { assignableScopes, createdAt: now, updatedAt: now, createdBy: by, updatedBy: by };
    customRoles(world).put(name, { name, roleName, description, ...rights, ...made });
    for (const scope of scopes) assignRole(world, { ...given, role: name, scope });
  }
  for (const scope of blobs) assignRole(world, { ...given, role: 'Storage Blob Data Contributor', scope });
}

/** What the company lets its helpdesk do, and where. */
export function seedRoles(world: World): void {
  giveHelpdeskRoles(world, {
    machines: [group('dbvm1'), group('dbvm2'), group('RestoreRG')],
    // A role at a key vault itself would go with it: who is to recover one needs it in its resource group.
    keyVaults: [group('IgniteRG')],
    subnets: [production],
    blobs: [group('StorageRG')],
  });
}

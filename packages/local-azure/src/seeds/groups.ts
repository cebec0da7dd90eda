import { assignRole } from '../world/authorization/access';
import { eligibleRoles } from '../world/authorization/eligible-roles';
import { groups as directory } from '../world/directory/groups';
import { findRole } from '../world/authorization/roles';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import { people } from './people';

const helpdesk = guidOf('Contoso group Helpdesk');
const restorers = guidOf('Contoso group Key Vault Restorers');

/** The company's groups; rights are given to them rather than to people. */
export const groups = {
  helpdesk: {
    objectId: helpdesk,
    displayName: 'Helpdesk',
    description: 'Backs up, restores and brings virtual machines back.',
    members: [people.alex.objectId],
  },
  restorers: {
    objectId: restorers,
    displayName: 'Key Vault Restorers',
    description: 'Brings back keys and secrets where the helpdesk brings machines back.',
    members: [helpdesk],
  },
};

const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const test = `/subscriptions/${TEST_SUBSCRIPTION_ID}`;

/** Makes the groups, gives the helpdesk its roles, and lets Patti activate one for the key vaults when she needs it. */
export function seedGroups(world: World): void {
  for (const group of Object.values(groups)) directory(world).put(group.objectId, group);
  for (const role of ['Backup Operator', 'Reader']) {
    for (const scope of [production, test]) assignRole(world, { principalId: helpdesk, role, scope, principalType: 'Group' });
  }
  const role = findRole(world, 'Key Vault Contributor');
  if (!role) return;
  const name = guidOf('Contoso eligible role of Patti');
  const principalId = people.patti.objectId;
  eligibleRoles(world).put(name, {
    name,
    scope: production,
    role: role.name,
    principalId,
    principalType: 'User',
    createdAt: world.clock.now(),
  });
}

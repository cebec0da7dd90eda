import { findUser } from './directory';
import type { World } from '../world';

/** What guests may see of the directory, by the ids that Entra has for it. Source: https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions */
export const GUEST_ROLES = {
  sameAsMembers: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  limited: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  restricted: '2af84b1e-32c8-42b7-82bc-daa82404023b',
};

const NAME = 'authorizationPolicy';

const policies = (world: World) => world.documents<{ guestUserRoleId: string }>('directory-policies');

/** Which of `GUEST_ROLES` guests have; the limited one as long as nobody chose, as in Entra. */
export const guestUserRoleId = (world: World): string => policies(world).get(NAME)?.guestUserRoleId ?? GUEST_ROLES.limited;

/** Takes effect at once, for guests that are there already, too. */
export function setGuestUserRoleId(world: World, role: string): void {
  policies(world).put(NAME, { guestUserRoleId: role });
}

/** A restricted guest sees nothing but its own profile: not even which groups it is in. */
export const isRestrictedGuest = (world: World, objectId: string): boolean =>
  findUser(world, objectId)?.userType === 'Guest' && guestUserRoleId(world) === GUEST_ROLES.restricted;

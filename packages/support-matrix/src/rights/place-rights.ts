import { smallestDelegable } from './delegable';
import { smallestRoles } from './remedy';
import type { Need, Place } from './step';
import { STEPS, type StepId } from './steps';

/** What somebody needs at one place who takes certain steps. */
export interface PlaceRights {
  place: Place;
  /** Names of built-in roles, as few and as small as possible. */
  roles: string[];
  /** Permissions of an access policy, such as `secrets/get`. */
  permissions: string[];
  /** For who holds roles by a delegation alone: those that give as much of it as one can, and the actions that none gives. */
  delegable: { roles: string[]; never: string[] };
}

const namesOf = (roles: readonly { name: string }[]) => roles.map(({ name }) => name);

/** What the steps need together, and what else is needed, place by place, in the order in which the steps come to them. Source: the sources of the steps. */
export function rightsFor(ids: readonly StepId[], more: readonly Need[] = []): PlaceRights[] {
  const needs = [...STEPS.filter(({ id }) => ids.includes(id)).flatMap((step): readonly Need[] => step.needs), ...more];
  return [...new Set(needs.map(({ place }) => place))].map((place) => {
    const here = needs.filter((need) => need.place === place);
    const permissions = here.filter(({ plane }) => plane === 'access-policy').map(({ action }) => action);
    const { roles, never } = smallestDelegable(here);
    return {
      place,
      roles: namesOf(smallestRoles(here)),
      permissions: [...new Set(permissions)],
      delegable: { roles: namesOf(roles), never: [...new Set(never.map(({ action }) => action))] },
    };
  });
}

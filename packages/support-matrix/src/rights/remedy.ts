import { grantsAction, grantsDataAction } from './permissions';
import { BUILT_IN_ROLES, type BuiltInRole } from './roles';
import type { Need, Place } from './step';
import { STEPS, type StepId } from './steps';

/** Whether a role gives a right; what access policies give no role does. */
export const roleGives = (role: BuiltInRole, { plane, action }: Pick<Need, 'plane' | 'action'>) =>
  plane === 'control' ? grantsAction([role], action) : plane === 'data' && grantsDataAction([role], action);

/**
 * The built-in roles that together give what is missing at one place, as few and as small as possible: one where one suffices, else the
 * first of each need. Empty where access policies alone could give it, or no role does. `among`: the roles that come into question, the smallest first.
 */
export function smallestRoles(missing: readonly Pick<Need, 'plane' | 'action'>[], among = BUILT_IN_ROLES): BuiltInRole[] {
  const asked = missing.filter(({ plane }) => plane !== 'access-policy');
  if (asked.length === 0) return [];
  const [one] = among.filter((role) => asked.every((need) => roleGives(role, need)));
  if (one) return [one];
  const each = asked.map((need) => among.find((role) => roleGives(role, need)));
  return each.every((role) => role !== undefined) ? [...new Set(each)] : [];
}

/** What somebody needs at one place who takes certain steps. */
export interface PlaceRights {
  place: Place;
  /** Names of built-in roles, as few and as small as possible. */
  roles: string[];
  /** Permissions of an access policy, such as `secrets/get`. */
  permissions: string[];
}

/** What the steps need together, and what else is needed, place by place, in the order in which the steps come to them. Source: the sources of the steps. */
export function rightsFor(ids: readonly StepId[], more: readonly Need[] = []): PlaceRights[] {
  const needs = [...STEPS.filter(({ id }) => ids.includes(id)).flatMap((step): readonly Need[] => step.needs), ...more];
  return [...new Set(needs.map(({ place }) => place))].map((place) => {
    const here = needs.filter((need) => need.place === place);
    const permissions = here.filter(({ plane }) => plane === 'access-policy').map(({ action }) => action);
    return { place, roles: smallestRoles(here).map(({ name }) => name), permissions: [...new Set(permissions)] };
  });
}

import { grantsAction, grantsDataAction } from './permissions';
import { BUILT_IN_ROLES, type BuiltInRole } from './roles';
import type { Need } from './step';

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

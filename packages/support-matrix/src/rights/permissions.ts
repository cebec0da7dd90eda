/** What a role permits, as in its definition: `*` stands for any run of characters; all compare in any case. */
export interface Permission {
  actions?: readonly string[];
  notActions?: readonly string[];
  dataActions?: readonly string[];
  notDataActions?: readonly string[];
}

/**
 * Whether the action fits the pattern. Roles are written by others: it takes time in proportion to the action, however many stars there are,
 * for each part is taken where it first stands.
 */
function fits(action: string, pattern: string): boolean {
  const [start = '', ...parts] = pattern.toLowerCase().split('*');
  const end = parts.pop();
  if (end === undefined) return action === start;
  if (!action.startsWith(start) || !action.endsWith(end)) return false;
  let after = start.length;
  for (const part of parts) {
    const at = action.indexOf(part, after);
    if (at < 0) return false;
    after = at + part.length;
  }
  return after <= action.length - end.length;
}

const covers = (patterns: readonly string[] | undefined, action: string) =>
  (patterns ?? []).some((pattern) => fits(action.toLowerCase(), pattern));

/**
 * Whether any of the permissions grants the action. What one role leaves out another may give: a `notAction` takes away from its own role
 * only. Source: https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export const grantsAction = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(({ actions, notActions }) => covers(actions, action) && !covers(notActions, action));

/** The same for actions on what a resource holds: keys, secrets, blobs. */
export const grantsDataAction = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(({ dataActions, notDataActions }) => covers(dataActions, action) && !covers(notDataActions, action));

/** What a role permits, as in its definition: `*` stands for any run of characters; all compare in any case. */
export interface Permission {
  actions?: readonly string[];
  notActions?: readonly string[];
  dataActions?: readonly string[];
  notDataActions?: readonly string[];
}

const compiled = new Map<string, RegExp>();

function patternOf(text: string): RegExp {
  const known = compiled.get(text);
  if (known) return known;
  const parts = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 'i');
  compiled.set(text, pattern);
  return pattern;
}

const covers = (patterns: readonly string[] | undefined, action: string) => (patterns ?? []).some((text) => patternOf(text).test(action));

/**
 * Whether any of the permissions grants the action. What one role leaves out another may give: a `notAction` takes away from its own role
 * only. Source: https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export const grantsAction = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(({ actions, notActions }) => covers(actions, action) && !covers(notActions, action));

/** The same for actions on what a resource holds: keys, secrets, blobs. */
export const grantsDataAction = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(({ dataActions, notDataActions }) => covers(dataActions, action) && !covers(notDataActions, action));

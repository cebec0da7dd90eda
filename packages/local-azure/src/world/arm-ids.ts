/** The id of a resource group; parts are taken as given. */
export const groupId = (subscriptionId: string, group: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

/** The id of a resource in a group: `typePath` alternates types and names, as in `Microsoft.Compute/virtualMachines/vm1`. */
export const resourceId = (subscriptionId: string, group: string, typePath: string): string =>
  `${groupId(subscriptionId, group)}/providers/${typePath}`;

/** The subscription of any ARM id, as spelled; empty when it has none. */
export const subscriptionOf = (id: string): string => segmentAfter(id, 'subscriptions');

/** The resource group of any ARM id, as spelled; empty when it has none. */
export const groupOf = (id: string): string => segmentAfter(id, 'resourcegroups');

/** What is counted for a subscription in a region is kept under this key, in any case. */
export const regionKey = (subscriptionId: string, location: string): string => `${subscriptionId}/${location}`.toLowerCase();

/** The last segment of an id. */
export const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The id of the resource that a child belongs to: `…/virtualMachines/vm1` for `…/virtualMachines/vm1/extensions/x`. */
export const parentOf = (id: string): string => id.split('/').slice(0, -2).join('/');

/** A path as Azure would store it: the names as the caller spelled them, everything else as Azure spells it. */
export function canonicalId(path: string, type: string): string {
  const [namespace, ...types] = type.split('/');
  const names = path
    .split('/')
    .slice(-2 * types.length)
    .filter((_, place) => place % 2 === 1);
  const typePath = types.map((one, place) => `${one}/${names[place] ?? ''}`).join('/');
  return resourceId(subscriptionOf(path), groupOf(path), `${namespace ?? ''}/${typePath}`);
}

function segmentAfter(id: string, word: string): string {
  const segments = id.split('/');
  const at = segments.findIndex((segment) => segment.toLowerCase() === word);
  return at < 0 ? '' : (segments[at + 1] ?? '');
}

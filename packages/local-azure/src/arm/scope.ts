/**
 * The scope an action is judged at: the resource that the path names or, for a list, what the list is of. A word after the resource
 * (`…/virtualMachines/vm1/start`) is an action on it.
 */
export function scopeOf(segments: readonly string[]): string {
  const provider = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  if (provider < 0) return join(segments.slice(0, segments.length - (segments.length % 2)));
  const beyond = segments.length - provider - 2;
  const named = beyond - (beyond % 2);
  return join(segments.slice(0, named > 0 ? provider + 2 + named : provider));
}

function join(segments: readonly string[]): string {
  return `/${segments.join('/')}`;
}

/** The subscription a path lies in. */
export function subscriptionOf(segments: readonly string[]): string | undefined {
  return segments[0]?.toLowerCase() === 'subscriptions' ? segments[1] : undefined;
}

/** The resource group a path lies in or names. */
export function resourceGroupOf(segments: readonly string[]): string | undefined {
  return segments[2]?.toLowerCase() === 'resourcegroups' ? segments[3] : undefined;
}

import type { AccessPolicy } from './read-key-vault';

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What the access policies give a principal by itself; a policy that also names an application is for that application acting for it. */
export const policiesFor = (policies: readonly AccessPolicy[], objectId: string) =>
  policies.filter((policy) => isSame(policy.objectId, objectId) && !policy.applicationId);

/** The first of some principals, a user and the groups of it, to whom access policies give a permission. */
export const grantedTo = (policies: readonly AccessPolicy[], objectIds: readonly string[], permission: string): string | undefined =>
  objectIds.find((objectId) => policyGrants(policies, objectId, permission));

/** Whether access policies give a principal a permission, for instance `secrets/get`. */
export function policyGrants(policies: readonly AccessPolicy[], objectId: string, permission: string): boolean {
  const [kind = '', verb = ''] = permission.split('/');
  return policiesFor(policies, objectId).some(({ permissions }) => {
    const words = kind === 'keys' ? permissions?.keys : permissions?.secrets;
    return (words ?? []).some((word) => isSame(word, verb) || isSame(word, 'all'));
  });
}

import type { AccessPolicy } from './read-key-vault';

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What the access policies give a principal by itself; a policy that also names an application is for that application acting for it. */
export const policiesFor = (policies: readonly AccessPolicy[], objectId: string) =>
  policies.filter((policy) => isSame(policy.objectId, objectId) && !policy.applicationId);

/** Whether access policies give a principal a permission, for instance `secrets/get`. */
export function policyGrants(policies: readonly AccessPolicy[], objectId: string, permission: string): boolean {
  const [kind = '', verb = ''] = permission.split('/');
  return policiesFor(policies, objectId).some(({ permissions }) => {
    const words = kind === 'keys' ? permissions?.keys : permissions?.secrets;
    return (words ?? []).some((word) => isSame(word, verb) || isSame(word, 'all'));
  });
}

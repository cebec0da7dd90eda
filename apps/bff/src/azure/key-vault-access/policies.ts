import { sameName } from '@tresor/support-matrix';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import type { AccessPolicy } from './read-key-vault';
import { API_VERSIONS } from '../connection/api-versions';

/** What the access policies give a principal by itself; a policy that also names an application is for that application acting for it. */
export const policiesFor = (policies: readonly AccessPolicy[], objectId: string) =>
  policies.filter((policy) => sameName(policy.objectId, objectId) && !policy.applicationId);

/** The first of some principals, a user and the groups of it, to whom access policies give a permission. */
const grantedTo = (policies: readonly AccessPolicy[], objectIds: readonly string[], permission: string): string | undefined =>
  objectIds.find((objectId) => policyGrants(policies, objectId, permission));

/** What access policies give a user: through whom; `hidden` where only a group may give it and nobody tells which groups the user is in. */
export type GrantByPolicy = { holder: string } | 'hidden' | undefined;

export function grantedToUser(
  policies: readonly AccessPolicy[],
  { oid, groups }: { oid: string; groups: readonly { id: string }[] | null },
  permission: string,
): GrantByPolicy {
  const holder = grantedTo(policies, [oid, ...(groups ?? []).map(({ id }) => id)], permission);
  if (holder !== undefined) return { holder };
  const anybody = policies.map(({ objectId }) => objectId);
  return groups === null && grantedTo(policies, anybody, permission) !== undefined ? 'hidden' : undefined;
}

/** Whether access policies give a principal a permission, for instance `secrets/get`. */
export function policyGrants(policies: readonly AccessPolicy[], objectId: string, permission: string): boolean {
  const [kind = '', verb = ''] = permission.split('/');
  return policiesFor(policies, objectId).some(({ permissions }) => {
    const words = kind === 'keys' ? permissions?.keys : permissions?.secrets;
    return (words ?? []).some((word) => sameName(word, verb) || sameName(word, 'all'));
  });
}

export interface PolicyWords {
  keys: string[];
  secrets: string[];
}

export function changeBody({ principal }: AzureSession, objectId: string, { keys, secrets }: PolicyWords) {
  const permissions = { ...(keys.length > 0 && { keys }), ...(secrets.length > 0 && { secrets }) };
  return { properties: { accessPolicies: [{ tenantId: principal.tid, objectId, permissions }] } };
}

/** Changes the words of one principal's access policy and no other: Azure puts them together with what is there at that moment. */
export async function changePolicy(
  session: AzureSession,
  change: 'add' | 'remove',
  keyVaultId: string,
  objectId: string,
  words: PolicyWords,
): Promise<void> {
  const body = changeBody(session, objectId, words);
  await callArm(session, 'idempotent-write', 'PUT', `${keyVaultId}/accessPolicies/${change}`, API_VERSIONS.keyVault, body);
}

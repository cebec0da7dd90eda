import { createHash } from 'node:crypto';
import { keyVaultPermission, type KeyVaultPermission, type ServiceAccess } from '@tresor/contracts';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { policiesFor, policyGrants } from './policies';
import type { AccessPolicy, KeyVault } from './read-key-vault';
import { permissionsIn, rolesOf } from './service-roles';
import { takesEffectBy } from './takes-effect';

export interface HeldAccess {
  access: ServiceAccess;
  held: KeyVaultPermission[];
  /** By when all of it counts at the latest; null where it does. */
  takesEffectBy: string | null;
}

/**
 * What gives the service access to the key vault, and to what; null where the user may not see the role assignments, or the key vault is of
 * another tenant, where the service has another id.
 */
export async function readServiceAccess(session: AzureSession, keyVault: KeyVault, service: string): Promise<HeldAccess | null> {
  if (keyVault.tenantId !== null && keyVault.tenantId.toLowerCase() !== session.principal.tid.toLowerCase()) return null;
  const policy = policyOf(keyVault.policies, service);
  if (keyVault.model === 'access-policy') {
    const held = keyVaultPermission.options.filter((permission) => policyGrants(keyVault.policies, service, permission));
    return {
      access: { policy, roles: [] },
      held,
      takesEffectBy: held.length === 0 ? null : takesEffectBy(session, keyVault.model, [keyVault.changedAt]),
    };
  }
  try {
    const roles = await rolesOf(session, keyVault.id, service);
    const shown = roles.map(({ assignment, roleName, scope, isCustom }) => ({ assignment, name: roleName, scope, custom: isCustom }));
    const inOrder = shown.toSorted((a, b) => a.assignment.localeCompare(b.assignment));
    return {
      access: { policy, roles: inOrder },
      held: permissionsIn(roles),
      takesEffectBy: takesEffectBy(
        session,
        keyVault.model,
        roles.map(({ createdOn }) => createdOn),
      ),
    };
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
}

const wordsIn = (lists: readonly (string[] | null | undefined)[]) =>
  [...new Set(lists.flatMap((list) => list ?? []).map((word) => word.toLowerCase()))].toSorted();

/** One order and one case, so that what means the same is the same. */
function policyOf(policies: readonly AccessPolicy[], service: string): ServiceAccess['policy'] {
  const own = policiesFor(policies, service).flatMap(({ permissions }) => permissions ?? []);
  const others = own.flatMap(({ certificates, storage }) => [certificates, storage]);
  const policy = {
    keys: wordsIn(own.map(({ keys }) => keys)),
    secrets: wordsIn(own.map(({ secrets }) => secrets)),
    others: wordsIn(others),
  };
  return Object.values(policy).every((list) => list.length === 0) ? null : policy;
}

export const sameAccess = (a: ServiceAccess, b: ServiceAccess): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** Fields in one order, whichever way they came. */
const plain = ({ policy, roles }: ServiceAccess) => [
  policy && [policy.keys, policy.secrets, policy.others],
  roles.map(({ assignment, scope, name }) => [assignment.toLowerCase(), scope.toLowerCase(), name]),
];

/** Changes with everything that a grant is based on. */
export const stampOf = ({ model }: KeyVault, access: ServiceAccess | null): string =>
  createHash('sha256')
    .update(JSON.stringify([model, access && plain(access)]))
    .digest('hex')
    .slice(0, 32);

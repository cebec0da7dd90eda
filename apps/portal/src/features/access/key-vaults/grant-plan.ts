import type { GrantWay, KeyVaultDetails, ServiceAccess } from '@tresor/contracts';
import { DATA_ACTION_OF, neededKeyVaultPermissions, type Edition, type KeyVaultPermission } from '@tresor/support-matrix';
import { ROLE_NAME } from './service';

export interface GrantChoice {
  edition: Edition;
  withKeys: boolean;
  /** Also what only today's service asks for. */
  forToday: boolean;
}

/** What is to be there in the end. Key vaults with Azure RBAC are younger than the rules of 2017: there today's hold. */
export function wantedPermissions(model: KeyVaultDetails['model'], { edition, withKeys, forToday }: GrantChoice): KeyVaultPermission[] {
  return neededKeyVaultPermissions(model === 'rbac' || forToday ? 'current' : edition, withKeys);
}

export const lackingOf = ({ held }: KeyVaultDetails, wanted: readonly KeyVaultPermission[]) =>
  wanted.filter((permission) => !held.includes(permission));

export const dataActionsOf = (permissions: readonly KeyVaultPermission[]) => [...new Set(permissions.map((one) => DATA_ACTION_OF[one]))];

/** How the service's access will be, before anything is done. */
export function accessAfter(
  details: KeyVaultDetails,
  access: ServiceAccess,
  wanted: readonly KeyVaultPermission[],
  way: GrantWay,
): ServiceAccess {
  if (way !== 'access-policy') {
    const name = way === 'built-in-role' ? 'Key Vault Administrator' : ROLE_NAME;
    return { ...access, roles: [...access.roles, { assignment: '', name, scope: '', custom: way === 'custom-role' }] };
  }
  const lacking = lackingOf(details, wanted);
  const add = (kind: 'keys' | 'secrets') => [
    ...(access.policy?.[kind] ?? []),
    ...lacking.flatMap((one) => (one.startsWith(`${kind}/`) ? [one.slice(kind.length + 1)] : [])),
  ];
  return { ...access, policy: { keys: add('keys').toSorted(), secrets: add('secrets').toSorted(), others: access.policy?.others ?? [] } };
}

import type { VaultPath } from '@tresor/contracts';

const RESOURCE = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)/i;

interface ArmName {
  subscriptionId: string;
  resourceGroup: string;
  type: string;
  name: string;
}

/** The parts of an ARM id, in the case it was written; of a child resource those of its parent. */
export function parseArmId(id: string): ArmName | undefined {
  const match = RESOURCE.exec(id);
  if (!match) return undefined;
  const [, subscriptionId = '', resourceGroup = '', type = '', name = ''] = match;
  return { subscriptionId, resourceGroup, type, name };
}

/** ARM ids are the same in any case. */
export const idKey = (id: string) => id.toLowerCase();
export const sameId = (a: string, b: string) => idKey(a) === idKey(b);

const scopeOf = (id: string, segments: number) => id.split('/').slice(0, segments).join('/');

/** Ids of the subscription and of the group in which something is. */
export const subscriptionScope = (id: string): string => scopeOf(id, 3);
export const groupScope = (id: string): string => scopeOf(id, 5);

export const vaultIdOf = ({ subscriptionId, resourceGroup, vaultName }: VaultPath) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vaultName}`;

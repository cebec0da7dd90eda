import { itemPath, subscriptionId, vaultPath, type ItemPath, type SubscriptionId } from '@tresor/contracts';

export const SUBSCRIPTION: SubscriptionId = subscriptionId.parse('f2edfd5d-5496-4683-b94f-b3588c579009');
export const VAULT = vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'vault' });

/** A machine that `VAULT` backs up. */
export const itemOf = (vmName: string): ItemPath => itemPath.parse({ ...VAULT, vmGroup: 'VmRG', vmName });

/** The id of a resource in the group `rg`. */
export const armId = (type: string, name: string): string => `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/${type}/${name}`;

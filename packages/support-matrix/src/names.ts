/* Azure's naming rules: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules. */

/** Letters of any language, digits and `_-.()`, no full stop at the end. */
export const RESOURCE_GROUP_NAME = /^(?!.*\.$)[\p{L}\p{N}_().-]{1,90}$/u;
/** 2 to 50 letters, digits and hyphens, a letter first. */
export const VAULT_NAME = /^[A-Za-z][A-Za-z0-9-]{1,49}$/;
/** Of a backup policy: 3 to 150 letters, digits and hyphens, a letter first, no hyphen at the end. */
export const POLICY_NAME = /^[A-Za-z][A-Za-z0-9-]{1,148}[A-Za-z0-9]$/;
/** 3 to 24 letters, digits and single hyphens, a letter first, no hyphen at the end. */
export const KEY_VAULT_NAME = /^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$/;
/** As in `Standard_D2s_v3`. */
export const VM_SIZE = /^[A-Za-z0-9_-]{1,80}$/;
/** Of a recovery point of a virtual machine: Azure Backup counts them. */
export const RECOVERY_POINT_ID = /^\d{1,32}$/;

export type VaultNameFault = 'missing' | 'too-short' | 'too-long' | 'letter-first' | 'character';

/** What is wrong with the name of a vault, the most telling first: 2 to 50 letters, digits and hyphens, a letter first. */
export function vaultNameFault(name: string): VaultNameFault | null {
  if (name === '') return 'missing';
  if (!/^[A-Za-z0-9-]*$/.test(name)) return 'character';
  if (!/^[A-Za-z]/.test(name)) return 'letter-first';
  if (name.length < 2) return 'too-short';
  return name.length > 50 ? 'too-long' : null;
}

/** The name that an ARM id, or any other path, ends with. */
export const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The subscription of what an ARM id names; empty where it names nothing in one. */
export const subscriptionOf = (armId: string): string => armId.split('/')[2] ?? '';

/** The resource group of what an ARM id names; empty where it names nothing in one. */
export const groupOf = (armId: string): string => armId.split('/')[4] ?? '';

/** Whether two names or ids of Azure’s are of one thing: they are the same in any case. */
export const sameName = (one: string, other: string): boolean => one === other || one.toLowerCase() === other.toLowerCase();

export type VaultNameFault = 'missing' | 'too-short' | 'too-long' | 'letter-first' | 'character';

/** What is wrong with the name of a vault, the most telling first: 2 to 50 letters, digits and hyphens, a letter first. */
export function vaultNameFault(name: string): VaultNameFault | null {
  if (name === '') return 'missing';
  if (!/^[A-Za-z0-9-]*$/.test(name)) return 'character';
  if (!/^[A-Za-z]/.test(name)) return 'letter-first';
  if (name.length < 2) return 'too-short';
  return name.length > 50 ? 'too-long' : null;
}

/** Whether a resource group may be called so: letters of any language, digits and `_-.()`, no full stop at the end. */
export const isResourceGroupNameAllowed = (name: string): boolean => /^(?!.*\.$)[\p{L}\p{N}_().-]{1,90}$/u.test(name);

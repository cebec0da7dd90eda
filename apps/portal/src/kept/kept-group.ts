const keyOf = (accountId: string) => `tresor.management-group.${accountId}`;

/** The management group to which a person last narrowed a list, in this browser; `''` for none. */
export const keptGroup = (accountId: string): string => localStorage.getItem(keyOf(accountId)) ?? '';

export function keepGroup(accountId: string, name: string): void {
  if (name === '') localStorage.removeItem(keyOf(accountId));
  else localStorage.setItem(keyOf(accountId), name);
}

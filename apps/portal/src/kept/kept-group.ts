import { keepText } from './keep-text';

const keyOf = (accountId: string) => `tresor.management-group.${accountId}`;

/** The management group to which a person last narrowed a list, in this browser; `''` for none. */
export const keptGroup = (accountId: string): string => localStorage.getItem(keyOf(accountId)) ?? '';

export const keepGroup = (accountId: string, name: string): void => keepText(localStorage, keyOf(accountId), name);

import type { KeyVaultId, ListedKeyVault, VirtualMachine } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { isKeyVaultId } from '../../../api/known-ids';

/** A key vault that is seen, or in which machines have their keys; `seen` null: it is gone, or hidden. */
export interface KeyVaultRow {
  id: KeyVaultId;
  name: string;
  seen: ListedKeyVault | null;
  /** Names of the machines that have keys or secrets in it. */
  machines: readonly string[];
}

export const KEY_VAULT_FILTERS = ['used', 'missing', 'all'] as const;
type KeyVaultFilter = (typeof KEY_VAULT_FILTERS)[number];

export const isKeyVaultFilter = (word: string): word is KeyVaultFilter => KEY_VAULT_FILTERS.some((filter) => filter === word);

type Seen = Pick<VirtualMachine, 'name' | 'encryption'>;

/** Those that are seen and those that machines name, each once, by name. ARM ids differ in case and mean the same. */
export function keyVaultRows(listed: readonly ListedKeyVault[], machines: readonly Seen[]): KeyVaultRow[] {
  const users = new Map<string, { id: string; names: string[] }>();
  for (const { name, encryption } of machines) {
    for (const id of encryption.keyVaultIds) {
      const known = users.get(id.toLowerCase()) ?? { id, names: [] };
      known.names.push(name);
      users.set(id.toLowerCase(), known);
    }
  }
  const seen = new Map(listed.map((one) => [one.id.toLowerCase(), one]));
  const ids = new Map([...[...users].map(([key, { id }]) => [key, id] as const), ...[...seen].map(([key, { id }]) => [key, id] as const)]);
  return [...ids]
    .flatMap(([key, id]): KeyVaultRow[] => {
      const found = seen.get(key) ?? null;
      if (!isKeyVaultId(id)) return [];
      return [{ id, name: found?.name ?? nameOf(id), seen: found, machines: users.get(key)?.names ?? [] }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Whether a key vault is among those to show: those that machines use, those of them that are not seen, or all. */
export function matchesKeyVault({ seen, machines }: KeyVaultRow, filter: KeyVaultFilter): boolean {
  return filter === 'all' || (machines.length > 0 && (filter === 'used' || seen === null));
}

import type { KeyLink, KeyState, Restore } from '@tresor/contracts';
import type { Message } from '../../i18n/messages';
import type { Status } from '../../ui/status-badge';
import { keyMessages, keyStates } from './key-messages';

export type ChainLink = 'machine' | 'disks' | 'secret' | 'key' | 'keyVault';

export interface ChainRow {
  id: string;
  link: ChainLink;
  /** A name as Azure has it; null for the disks, which are counted. */
  name: string | null;
  version: string | null;
  keyVaultName: string | null;
  status: Status;
  state: Message;
}

const STATUS: Readonly<Record<KeyState, Status>> = {
  present: 'success',
  disabled: 'warning',
  expired: 'warning',
  deleted: 'warning',
  missing: 'error',
  'vault-deleted': 'warning',
  'vault-missing': 'error',
  unreadable: 'unknown',
};

/** What a link tells of the key vault it stands in. */
const VAULT_STATE: Readonly<Partial<Record<KeyState, KeyState>>> = {
  'vault-deleted': 'deleted',
  'vault-missing': 'missing',
  unreadable: 'unreadable',
};

const linkRow = (link: 'secret' | 'key', { name, version, keyVaultName, state }: KeyLink): ChainRow => ({
  id: link,
  link,
  name,
  version,
  keyVaultName,
  status: STATUS[state],
  state: keyStates[state],
});

function vaultRow({ keyVaultName, state }: KeyLink): ChainRow {
  const own = VAULT_STATE[state] ?? 'present';
  const id = `keyVault ${keyVaultName}`;
  return { id, link: 'keyVault', name: keyVaultName, version: null, keyVaultName: null, status: STATUS[own], state: keyStates[own] };
}

/** The chain from the machine down to the key vaults, each of these once. */
export function chainRows({
  vmName,
  machineId,
  disks,
  keyChain,
}: Pick<Restore, 'vmName' | 'machineId' | 'disks' | 'keyChain'>): ChainRow[] {
  if (keyChain === null) return [];
  const links = [keyChain.secret, ...(keyChain.key === null ? [] : [keyChain.key])];
  const vaults = new Map(links.map((link) => [link.keyVaultId.toLowerCase(), link]));
  const nothing = { version: null, keyVaultName: null };
  const made = machineId !== null;
  const there = disks.length > 0;
  return [
    {
      ...nothing,
      id: 'machine',
      link: 'machine',
      name: vmName,
      status: made ? 'success' : 'unknown',
      state: made ? keyMessages.restored : keyMessages.willBeMade,
    },
    {
      ...nothing,
      id: 'disks',
      link: 'disks',
      name: null,
      status: there ? 'success' : 'unknown',
      state: there ? keyMessages.restored : keyMessages.onTheWay,
    },
    linkRow('secret', keyChain.secret),
    ...(keyChain.key === null ? [] : [linkRow('key', keyChain.key)]),
    ...[...vaults.values()].map(vaultRow),
  ];
}

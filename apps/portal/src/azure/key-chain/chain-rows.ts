import type { KeyChain, KeyLink, KeyState } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import type { Message } from '../../language/messages';
import type { Status } from '../../words/status';
import { chainMessages, keyStates } from './chain-messages';

type ChainLink = 'machine' | 'disks' | 'secret' | 'key' | 'keyVault';

/** One thing that is true of a link. */
export interface LinkFact {
  status: Status;
  word: Message;
}

export interface ChainRow {
  id: string;
  link: ChainLink;
  name: string;
  version: string | null;
  keyVaultName: string | null;
  /** A moment, or the word where there is none; null of what has no such end. */
  expires: string | Message | null;
  facts: readonly LinkFact[];
}

/** What is known of a key vault besides that it is there, by its ARM id. */
type VaultFactsOf = (keyVaultId: string) => readonly LinkFact[];

const STATUS: Readonly<Record<KeyState, Status>> = {
  present: 'success',
  disabled: 'warning',
  expired: 'warning',
  deleted: 'warning',
  missing: 'error',
  'vault-deleted': 'warning',
  'vault-missing': 'error',
  unreadable: 'unknown',
  firewalled: 'unknown',
  'vault-registering': 'in-progress',
  'vault-not-enabled': 'warning',
  'vault-other-region': 'error',
  'vault-other-geography': 'error',
  'vault-other-subscription': 'error',
};

/** What a link tells of the key vault it stands in. */
const VAULT_STATE: Readonly<Partial<Record<KeyState, KeyState>>> = {
  'vault-deleted': 'deleted',
  'vault-missing': 'missing',
  unreadable: 'unreadable',
  firewalled: 'firewalled',
  'vault-registering': 'vault-registering',
  'vault-not-enabled': 'vault-not-enabled',
  'vault-other-region': 'vault-other-region',
  'vault-other-geography': 'vault-other-geography',
  'vault-other-subscription': 'vault-other-subscription',
};

/** A key that runs out within so many days is worth a word. */
const SOON_MS = 90 * 86_400_000;

/** As Azure writes it; in URLs of keys it stands in lower case. */
const keyVaultNameOf = ({ keyVaultId, keyVaultName }: KeyLink) => nameOf(keyVaultId) || keyVaultName;

const factOf = (state: KeyState): LinkFact => ({ status: STATUS[state], word: keyStates[state] });

/** A link that stands by itself, such as the machine or its disks. */
export const plainRow = (link: ChainLink, name: string, ...facts: readonly LinkFact[]): ChainRow => ({
  id: link,
  link,
  name,
  version: null,
  keyVaultName: null,
  expires: null,
  facts,
});

function linkFacts({ state, expires, newest }: KeyLink, now: number): LinkFact[] {
  const runsOut = state === 'present' && expires !== null && Date.parse(expires) - now < SOON_MS;
  return [
    factOf(state),
    ...(runsOut ? [{ status: 'warning', word: chainMessages.expiresSoon } as const] : []),
    ...(newest === false ? [{ status: 'warning', word: chainMessages.newerVersion } as const] : []),
  ];
}

/** Of what nobody could look at it is not known either that it never runs out. */
const expiryOf = ({ expires, newest }: KeyLink): string | Message =>
  expires ?? (newest === null ? chainMessages.expiryUnknown : chainMessages.never);

const linkRow = (link: 'secret' | 'key', key: KeyLink, now: number): ChainRow => ({
  id: link,
  link,
  name: key.name,
  version: key.version,
  keyVaultName: keyVaultNameOf(key),
  expires: expiryOf(key),
  facts: linkFacts(key, now),
});

function vaultRow(key: KeyLink, factsOf: VaultFactsOf): ChainRow {
  const own = VAULT_STATE[key.state];
  const facts = [own === undefined ? { status: STATUS.present, word: chainMessages.reachable } : factOf(own), ...factsOf(key.keyVaultId)];
  const name = keyVaultNameOf(key);
  return { ...plainRow('keyVault', name, ...facts), id: `keyVault ${name}` };
}

/** Secret, key and the key vaults they are in, each of these once. `now` in milliseconds. */
export function keyRows({ secret, key }: KeyChain, now: number, factsOf: VaultFactsOf = () => []): ChainRow[] {
  const links = [secret, ...(key === null ? [] : [key])];
  const vaults = new Map(links.map((link) => [link.keyVaultId.toLowerCase(), link]));
  return [
    linkRow('secret', secret, now),
    ...(key === null ? [] : [linkRow('key', key, now)]),
    ...[...vaults.values()].map((link) => vaultRow(link, factsOf)),
  ];
}

import type { Fact, ItemPath, KeyChain, KeyLink, ReadNeed, VaultPath } from '@tresor/contracts';
import { linksOf, sameName } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { parseArmId, sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { findKey, findSecret, linkOf, type FoundLink } from '../../../azure/keys/find-restored';
import { parseKeyUrl } from '../../../azure/keys/key-reference';
import { isRegistering, listKeyVaults } from '../../../azure/keys/list-key-vaults';
import { readChain, type ChainReads, type Home } from '../../../azure/keys/read-chain';
import { readPermissions } from '../../../azure/permissions';
import { readKeyMaterial, type HeldKeys } from '../../../azure/restores/held-keys';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { every, hidden, known } from '../../../facts';

const PARALLEL = 8;

export interface FoundChain {
  chain: KeyChain;
  /** Whether every link is there. Who may not look where one may have been put back does not know. */
  isThere: Fact<boolean>;
  /** Whether a key vault in which they may be was just made or brought back, so that nobody can look into it yet. */
  isSettling: boolean;
}

/** How a chain is looked for. */
interface Looking {
  /** What chains of other machines have read already. */
  reads?: ChainReads | undefined;
  /** A resource group whose key vaults alone count; those the keys were in are not looked at then. */
  within?: string | null;
  /** Where the machine will stand, where that is not the region of its vault. */
  region?: string | null;
}

/** A link where it is, or where it was while it is nowhere in sight. */
interface Found {
  link: KeyLink;
  isThere: Fact<boolean>;
}

/**
 * The chain of keys that opens the disks of a recovery point: as it was, or where a link is gone the same key or secret wherever it
 * was put back, in its own key vault or in another one of the subscription.
 */
export async function findChain(
  session: AzureSession,
  item: ItemPath,
  pointId: string,
  held: HeldKeys,
  { reads, within = null, region = null }: Looking = {},
): Promise<FoundChain> {
  const home = await homeOf(session, item, region);
  const original = await readChain(session, held.urls, home, within === null ? reads : ABSENT);
  if (isWhole(original)) return { chain: original, isThere: known(true), isSettling: false };
  const places = await placesToLook(session, home, linksOf(original), within);
  const { secretValue } = await readKeyMaterial(session, item, pointId);
  const [secret, key] = await Promise.all([
    whereverPutBack(original.secret, places, (id) => secretIn(session, original.secret, secretValue, id)),
    original.key && whereverPutBack(original.key, places, (id) => keyIn(session, original.key, id)),
  ]);
  return {
    chain: { secret: secret.link, key: key && key.link },
    isThere: every([secret.isThere, ...(key ? [key.isThere] : [])]),
    isSettling: places.isOneRegistering || linksOf(original).some(({ state }) => state === 'vault-registering'),
  };
}

/** As if nothing was where it was. */
const ABSENT: ChainReads = {
  place: () => Promise.resolve({ state: 'missing' }),
  versions: () => Promise.resolve({ state: 'missing' }),
};

/** Machines stand in the subscription and the region of their vault, unless they were restored in its paired region. */
export const homeOf = async (session: AzureSession, vault: VaultPath, region: string | null = null): Promise<Home> => ({
  subscriptionId: vault.subscriptionId,
  location: region ?? (await vaultLocation(session, vault)),
});

export const isWhole = ({ secret, key }: KeyChain) => secret.state === 'present' && (!key || key.state === 'present');

const isSame = (before: string | undefined, now: string | undefined) => parseKeyUrl(before ?? '')?.url === parseKeyUrl(now ?? '')?.url;

/** Whether key or secret have another URL than when the point was made: the same in another key vault, or a new version. */
export const haveMoved = (held: HeldKeys | null, { secret, key }: KeyChain): boolean =>
  !isSame(held?.urls.secretUrl, secret.url) || !isSame(held?.urls.key?.keyUrl, key?.url);

interface Places {
  keyVaultIds: string[];
  /** Whether there is one more into which nobody can look yet. */
  isOneRegistering: boolean;
  /** Whether these are all that there are. */
  areAll: Fact<boolean>;
}

/** Key vaults that can unlock machines here, those of the chain first. */
async function placesToLook(
  session: AzureSession,
  { subscriptionId, location }: Home,
  links: KeyLink[],
  within: string | null,
): Promise<Places> {
  const subscription = `/subscriptions/${subscriptionId}`;
  const [listed, { may }] = await Promise.all([listKeyVaults(session, subscriptionId), readPermissions(session, subscription)]);
  const fitting = listed.filter(
    ({ id, location: region, properties }) =>
      sameName(region, location) && properties.enabledForDiskEncryption && (within === null || isIn(id, within)),
  );
  const all = fitting.filter((keyVault) => !isRegistering(keyVault)).map(({ id }) => id);
  const own = all.filter((id) => links.some(({ keyVaultId }) => sameId(keyVaultId, id)));
  // A list is narrowed to what the user may see.
  const areAll = may('Microsoft.KeyVault/vaults/read') ? known(true) : hidden('read-key-vaults', subscription);
  return { keyVaultIds: [...own, ...all.filter((id) => !own.includes(id))], isOneRegistering: fitting.some(isRegistering), areAll };
}

const isIn = (id: string, group: string) => sameId(parseArmId(id)?.resourceGroup ?? '', group);

async function whereverPutBack(original: KeyLink, places: Places, look: (id: string) => Promise<FoundLink>): Promise<Found> {
  if (original.state === 'present') return { link: original, isThere: known(true) };
  const looked = await pLimit(PARALLEL).map(places.keyVaultIds, async (id) => ({ id, found: await look(id) }));
  const back = looked.map(({ found }) => linkOf(found)).find((link) => link?.state === 'present');
  if (back) return { link: back, isThere: known(true) };
  const isDark = original.state === 'unreadable' || original.state === 'firewalled';
  // Who may look where it was needs no more while it is there; only where it is known to be gone does it matter where else it may be.
  const unseen = isDark ? [{ id: original.keyVaultId, found: original.state }] : looked;
  const dark = (state: 'unreadable' | 'firewalled') => unseen.flatMap(({ id, found }) => (found === state ? [id] : []));
  const needs = [lacking('pass-firewall', dark('firewalled')), lacking('read-keys', dark('unreadable'))];
  const out = every(needs);
  if (out.state === 'hidden') return { link: original, isThere: out };
  return { link: original, isThere: places.areAll.state === 'hidden' ? places.areAll : known(false) };
}

const lacking = (right: ReadNeed['right'], [first, ...rest]: string[]): Fact<boolean> =>
  first === undefined ? known(true) : hidden(right, first, ...rest);

async function secretIn(session: AzureSession, { url }: KeyLink, value: string | undefined, id: string): Promise<FoundLink> {
  const wanted = parseKeyUrl(url);
  return wanted && value ? findSecret(session, wanted, value, id) : 'missing';
}

async function keyIn(session: AzureSession, original: KeyLink | null, id: string): Promise<FoundLink> {
  const wanted = original && parseKeyUrl(original.url);
  return wanted ? findKey(session, wanted, id) : 'missing';
}

import type { KeyChain, KeyLink, KeyState } from '@tresor/contracts';
import { memoized } from '../../memoized';
import { idKey, parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { areInDifferentGeographies } from '../regions';
import { parseKeyUrl, type KeyReference } from './key-reference';
import { readKeyVaultPlace, type KeyVaultPlace } from './key-vault-place';
import { ageOf, readVersions, stateOf, type ObjectName, type Versions } from './versions';

/** The URLs that a machine's disks are unlocked with, and the key vaults they are in. */
export interface KeyUrls {
  secretUrl: string;
  secretVaultId: string;
  /** Absent where a BEK alone encrypts. */
  key?: { keyUrl: string; keyVaultId: string };
}

/** Where machines of a vault stand; only key vaults there unlock them. */
export interface Home {
  subscriptionId: string;
  location: string;
}

/** How the chain's key vaults are looked at. */
export interface ChainReads {
  place: (keyVaultId: string, location: string) => Promise<KeyVaultPlace>;
  versions: (object: ObjectName) => Promise<Versions>;
}

const readsOf = (session: AzureSession): ChainReads => ({
  place: (id, location) => readKeyVaultPlace(session, id, location),
  versions: (object) => readVersions(session, object),
});

/** The same, each key vault and each key once however many chains lead there: for looking at many machines in one go. */
export function rememberingReads(session: AzureSession): ChainReads {
  const { place, versions } = readsOf(session);
  return {
    place: memoized((id, location) => `${idKey(id)} ${location}`, place),
    versions: memoized(({ kind, keyVaultName, name }) => `${keyVaultName}/${kind}/${name}`.toLowerCase(), versions),
  };
}

/** The chain of keys with the state of each link now. Identical reads within a request are one, no matter who asks for them. */
export async function readChain(session: AzureSession, urls: KeyUrls, home: Home, reads = readsOf(session)): Promise<KeyChain> {
  const [secret, key] = await Promise.all([
    readLink(session, urls.secretUrl, urls.secretVaultId, home, reads),
    urls.key ? readLink(session, urls.key.keyUrl, urls.key.keyVaultId, home, reads) : null,
  ]);
  return { secret, key };
}

async function readLink(session: AzureSession, url: string, keyVaultId: string, home: Home, reads: ChainReads): Promise<KeyLink> {
  const reference = parseKeyUrl(url);
  const { name = '', version = '', keyVaultName = '', url: clean = '' } = reference ?? {};
  return { url: clean, name, version, keyVaultId, keyVaultName, ...(await readStanding(session, reference, keyVaultId, home, reads)) };
}

async function readStanding(
  session: AzureSession,
  reference: KeyReference | undefined,
  keyVaultId: string,
  home: Home,
  { place: placeOf, versions }: ChainReads,
): Promise<Pick<KeyLink, 'state' | 'expires' | 'newest'>> {
  const unknown = { expires: null, newest: null };
  if (!reference) return { state: 'missing', ...unknown };
  const place = await placeOf(keyVaultId, home.location);
  // The name of a key vault that is not there may not even resolve.
  if (place.state === 'deleted') return { state: 'vault-deleted', ...unknown };
  if (place.state === 'missing') return { state: 'vault-missing', ...unknown };
  // Whether a machine starts with what is in it cannot be seen.
  if (place.state === 'unreadable') return { state: 'unreadable', ...unknown };
  if (place.state === 'there' && !place.isReachable) return { state: 'vault-registering', ...unknown };
  const found = await versions(reference);
  const state = stateOf(found, reference.version, session.now());
  const standing = state === 'present' ? await inKeyVault(session, place, keyVaultId, home) : state;
  return { state: standing, ...ageOf(found, reference.version) };
}

/** What becomes of a version that is there, by the key vault it is in. */
async function inKeyVault(session: AzureSession, place: KeyVaultPlace, keyVaultId: string, home: Home): Promise<KeyState> {
  const state = unusable(place, keyVaultId, home) ?? 'present';
  if (state !== 'vault-other-region' || place.state !== 'there') return state;
  const isFar = await areInDifferentGeographies(session, home.subscriptionId, place.location, home.location);
  return isFar ? 'vault-other-geography' : state;
}

/** Why no machine starts with what is in a key vault; undefined where one does, or where that cannot be seen. */
export function unusable(place: KeyVaultPlace, keyVaultId: string, { subscriptionId, location }: Home): KeyState | undefined {
  if (parseArmId(keyVaultId)?.subscriptionId.toLowerCase() !== subscriptionId.toLowerCase()) return 'vault-other-subscription';
  if (place.state !== 'there') return undefined;
  if (place.location.toLowerCase() !== location.toLowerCase()) return 'vault-other-region';
  return place.enabledForDiskEncryption ? undefined : 'vault-not-enabled';
}

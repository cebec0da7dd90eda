import type { KeyChain, KeyLink } from '@tresor/contracts';
import type { AzureSession } from '../azure';
import { parseKeyUrl, type KeyReference } from './key-reference';
import { readKeyVaultPlace } from './key-vault-place';
import { ageOf, readVersions, stateOf } from './versions';

/** The URLs that a machine's disks are unlocked with, and the key vaults they are in. */
export interface KeyUrls {
  secretUrl: string;
  secretVaultId: string;
  /** Absent where a BEK alone encrypts. */
  key?: { keyUrl: string; keyVaultId: string };
}

/** The chain of keys with the state of each link now. Identical reads within a request are one, whoever asks for them. */
export async function readChain(session: AzureSession, urls: KeyUrls): Promise<KeyChain> {
  const [secret, key] = await Promise.all([
    readLink(session, urls.secretUrl, urls.secretVaultId),
    urls.key ? readLink(session, urls.key.keyUrl, urls.key.keyVaultId) : null,
  ]);
  return { secret, key };
}

async function readLink(session: AzureSession, url: string, keyVaultId: string): Promise<KeyLink> {
  const reference = parseKeyUrl(url);
  const { name = '', version = '', keyVaultName = '', url: clean = '' } = reference ?? {};
  return { url: clean, name, version, keyVaultId, keyVaultName, ...(await readStanding(session, reference, keyVaultId)) };
}

async function readStanding(
  session: AzureSession,
  reference: KeyReference | undefined,
  keyVaultId: string,
): Promise<Pick<KeyLink, 'state' | 'expires' | 'newest'>> {
  const unknown = { expires: null, newest: null };
  if (!reference) return { state: 'missing', ...unknown };
  const place = await readKeyVaultPlace(session, keyVaultId);
  // The name of a key vault that is not there may not even resolve.
  if (place.state === 'deleted') return { state: 'vault-deleted', ...unknown };
  if (place.state === 'missing') return { state: 'vault-missing', ...unknown };
  const found = await readVersions(session, reference);
  return { state: stateOf(found, reference.version, Date.now()), ...ageOf(found, reference.version) };
}

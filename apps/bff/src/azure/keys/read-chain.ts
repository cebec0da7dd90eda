import type { KeyChain, KeyLink, KeyState } from '@tresor/contracts';
import type { AzureSession } from '../azure';
import { parseKeyUrl, type KeyReference } from './key-reference';
import { readKeyVaultPlace } from './key-vault-place';
import { readVersions, stateOf } from './versions';

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
  return {
    url: reference?.url ?? '',
    name: reference?.name ?? '',
    version: reference?.version ?? '',
    keyVaultId,
    keyVaultName: reference?.keyVaultName ?? '',
    state: reference ? await readState(session, reference, keyVaultId) : 'missing',
  };
}

async function readState(session: AzureSession, reference: KeyReference, keyVaultId: string): Promise<KeyState> {
  const place = await readKeyVaultPlace(session, keyVaultId);
  // The name of a key vault that is not there may not even resolve.
  if (place.state === 'deleted') return 'vault-deleted';
  if (place.state === 'missing') return 'vault-missing';
  return stateOf(await readVersions(session, reference), reference.version, Date.now());
}

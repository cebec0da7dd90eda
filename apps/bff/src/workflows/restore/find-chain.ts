import type { ItemPath, KeyChain, KeyLink, VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import { sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { findKey, findSecret } from '../../azure/keys/find-restored';
import { parseKeyUrl } from '../../azure/keys/key-reference';
import { listKeyVaults } from '../../azure/keys/list-key-vaults';
import { readChain, type Home } from '../../azure/keys/read-chain';
import { readKeyMaterial, type HeldKeys } from '../../azure/restores/held-keys';
import { vaultLocation } from '../../azure/vaults/vaults';

const PARALLEL = 8;

/**
 * The chain of keys that opens the disks of a recovery point: as it was, or where a link is gone the same key or secret wherever it
 * was put back, in its own key vault or in another one of the subscription.
 */
export async function findChain(session: AzureSession, item: ItemPath, pointId: string, held: HeldKeys): Promise<KeyChain> {
  const home = await homeOf(session, item);
  const original = await readChain(session, held.urls, home);
  if (isWhole(original)) return original;
  const keyVaultIds = await candidates(session, home, [original.secret, ...(original.key ? [original.key] : [])]);
  const { secretValue } = await readKeyMaterial(session, item, pointId);
  const [secret, key] = await Promise.all([
    first(original.secret, keyVaultIds, (id) => secretIn(session, original.secret, secretValue, id)),
    original.key && first(original.key, keyVaultIds, (id) => keyIn(session, original.key, id)),
  ]);
  return { secret, key };
}

/** Machines stand in the subscription and the region of their vault. */
export const homeOf = async (session: AzureSession, vault: VaultPath): Promise<Home> => ({
  subscriptionId: vault.subscriptionId,
  location: await vaultLocation(session, vault),
});

export const isWhole = ({ secret, key }: KeyChain) => secret.state === 'present' && (!key || key.state === 'present');

const isSame = (before: string | undefined, now: string | undefined) => parseKeyUrl(before ?? '')?.url === parseKeyUrl(now ?? '')?.url;

/** Whether key or secret have another URL than when the point was made: the same in another key vault, or a new version. */
export const haveMoved = (held: HeldKeys | null, { secret, key }: KeyChain): boolean =>
  !isSame(held?.urls.secretUrl, secret.url) || !isSame(held?.urls.key?.keyUrl, key?.url);

/** Key vaults that can unlock machines here, those of the chain first. */
async function candidates(session: AzureSession, { subscriptionId, location }: Home, links: KeyLink[]): Promise<string[]> {
  const all = (await listKeyVaults(session, subscriptionId))
    .filter((keyVault) => keyVault.location.toLowerCase() === location.toLowerCase() && keyVault.properties.enabledForDiskEncryption)
    .map(({ id }) => id);
  const own = all.filter((id) => links.some(({ keyVaultId }) => sameId(keyVaultId, id)));
  return [...own, ...all.filter((id) => !own.includes(id))];
}

async function first(original: KeyLink, keyVaultIds: string[], look: (id: string) => Promise<KeyLink | undefined>): Promise<KeyLink> {
  if (original.state === 'present') return original;
  const found = await pLimit(PARALLEL).map(keyVaultIds, look);
  return found.find((link) => link?.state === 'present') ?? original;
}

async function secretIn(session: AzureSession, { url }: KeyLink, value: string | undefined, id: string): Promise<KeyLink | undefined> {
  const wanted = parseKeyUrl(url);
  return wanted && value ? findSecret(session, wanted, value, id) : undefined;
}

async function keyIn(session: AzureSession, original: KeyLink | null, id: string): Promise<KeyLink | undefined> {
  const wanted = original && parseKeyUrl(original.url);
  return wanted ? findKey(session, wanted, id) : undefined;
}

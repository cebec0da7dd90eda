import type { KeyVaultTarget, VaultPath } from '@tresor/contracts';
import { parseArmId, sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { freeKeyVaultName } from '../../../azure/keys/free-key-vault-name';
import { parseKeyUrl, type KeyReference } from '../../../azure/keys/key-reference';
import { readKeyVaultPlace } from '../../../azure/keys/key-vault-place';
import { isRegistering, listKeyVaults, type ListedKeyVault } from '../../../azure/keys/list-key-vaults';
import { readVersions, stateOf, type Versions } from '../../../azure/keys/versions';
import { readOwnGroups, type OwnGroup } from '../../../azure/groups';
import { grantedToUser } from '../../../azure/key-vault-access/policies';
import { readPermissions } from '../../../azure/permissions';
import type { HeldKeys } from '../../../azure/restores/held-keys';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { Problem } from '../../../problem';
import { readJourney } from '../journey/journey';

/** Where the key and the secret can go: the original key vault first, also where it is deleted; in isolation only what is isolated, too. */
export async function listKeyVaultTargets(session: AzureSession, vault: VaultPath, jobId: string): Promise<KeyVaultTarget[]> {
  const { held, pairedRegion, isolatedGroup, removed } = await readJourney(session, vault, jobId);
  if (removed) return [];
  const targets = await targetsFor(session, vault, held, pairedRegion);
  return isolatedGroup === null ? targets : targets.filter(({ id }) => sameId(parseArmId(id)?.resourceGroup ?? '', isolatedGroup));
}

/** The same for what a recovery point holds. `region`: where the machine will stand, where that is not the region of its vault. */
export async function targetsFor(
  session: AzureSession,
  vault: VaultPath,
  held: HeldKeys | null,
  region: string | null = null,
): Promise<KeyVaultTarget[]> {
  const [location, keyVaults, groups] = await Promise.all([
    region ?? vaultLocation(session, vault),
    listKeyVaults(session, vault.subscriptionId),
    readOwnGroups(session),
  ]);
  const original = held?.urls.key?.keyVaultId ?? held?.urls.secretVaultId ?? '';
  const targets = await Promise.all(
    keyVaults.map(async (keyVault) => ({
      id: keyVault.id,
      name: keyVault.name,
      location: keyVault.location,
      reason: await judge(session, keyVault, { location, url: held?.urls.key?.keyUrl ?? held?.urls.secretUrl, groups }),
    })),
  );
  const isOriginal = ({ id }: KeyVaultTarget) => sameId(id, original);
  const own = targets.some(isOriginal) ? targets.filter(isOriginal) : await absent(session, original, vault.subscriptionId);
  return [...own, ...targets.filter((target) => !isOriginal(target)).toSorted((a, b) => a.name.localeCompare(b.name))];
}

interface Wanted {
  location: string;
  /** URL of the key or, where a BEK alone encrypts, of the secret. */
  url: string | undefined;
  /** The user's groups; null where the directory does not tell. */
  groups: OwnGroup[] | null;
}

async function judge(
  session: AzureSession,
  keyVault: ListedKeyVault,
  { location, url, groups }: Wanted,
): Promise<KeyVaultTarget['reason']> {
  if (keyVault.location.toLowerCase() !== location.toLowerCase()) return 'other-region';
  if (!keyVault.properties.enabledForDiskEncryption) return 'not-enabled-for-disk-encryption';
  if (isRegistering(keyVault)) return 'registering';
  if (!(await mayPutBack(session, keyVault, groups))) return keyVault.properties.enableRbacAuthorization ? 'no-role' : 'no-rights';
  const wanted = url === undefined ? undefined : parseKeyUrl(url);
  if (!wanted) return null;
  const found = await readVersions(session, { kind: wanted.kind, keyVaultName: keyVault.name, name: wanted.name });
  if (found.state === 'firewalled') return 'firewalled';
  return wanted.kind === 'keys' && isAnotherKey(session, wanted, found) ? 'name-taken' : null;
}

/** A key is not restored where there is another one of its name, a deleted one included. */
function isAnotherKey(session: AzureSession, { version }: KeyReference, found: Versions): boolean {
  if (found.state === 'deleted') return !found.current.toLowerCase().endsWith(version.toLowerCase());
  return found.state === 'there' && stateOf(found, version, session.now()) === 'missing';
}

const DATA_ACTIONS = [
  'Microsoft.KeyVault/vaults/keys/restore/action',
  'Microsoft.KeyVault/vaults/keys/read',
  'Microsoft.KeyVault/vaults/secrets/setSecret/action',
  'Microsoft.KeyVault/vaults/secrets/getSecret/action',
  'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
];

/** Whether the user may restore there, and see afterwards that it worked. What cannot be seen is not called missing: Azure’s answer tells. */
async function mayPutBack(session: AzureSession, { id, properties }: ListedKeyVault, groups: OwnGroup[] | null): Promise<boolean> {
  if (properties.enableRbacAuthorization) {
    const { mayData } = await readPermissions(session, id);
    return DATA_ACTIONS.every(mayData);
  }
  const user = { oid: session.principal.oid, groups };
  const granted = (permission: string) => grantedToUser(properties.accessPolicies ?? [], user, permission) !== undefined;
  return ['keys/restore', 'keys/list', 'secrets/set', 'secrets/list', 'secrets/get'].every(granted);
}

/** The original key vault where the list does not have it. One that is gone for good is no target. */
async function absent(session: AzureSession, id: string, subscriptionId: string): Promise<KeyVaultTarget[]> {
  const named = parseArmId(id);
  if (!named) return [];
  const place = await readKeyVaultPlace(session, id);
  if (place.state === 'deleted') return [{ id, name: named.name, location: place.location, reason: 'deleted' }];
  const isElsewhere = named.subscriptionId.toLowerCase() !== subscriptionId.toLowerCase();
  return place.state === 'there' && isElsewhere ? [{ id, name: place.name, location: place.location, reason: 'other-subscription' }] : [];
}

/** What a new key vault for the keys of a restore may be called. */
export async function suggestKeyVault(session: AzureSession, vault: VaultPath, jobId: string): Promise<{ name: string }> {
  const { chain } = await readJourney(session, vault, jobId);
  if (chain === null) throw new Problem('keys-not-in-backup');
  return {
    name: await freeKeyVaultName(session, vault.subscriptionId, parseArmId(chain.secret.keyVaultId)?.name ?? chain.secret.keyVaultName),
  };
}

import { requireLinked } from '../../arm/authorize';
import { ArmError, type ArmCall } from '../../arm/route';
import { nameOf, subscriptionOf } from '../../world/arm-ids';
import { at, text } from '../../world/json';
import { findKeyVault, parseObjectUrl } from '../../world/key-vault/key-vault-objects';

/** A key or a secret that a disk or a machine is to be unlocked with. */
interface Reference {
  url: string;
  keyVaultId: string;
}

function referencesIn(settings: unknown): Reference[] {
  return [
    { url: at(settings, 'diskEncryptionKey', 'secretUrl'), vault: at(settings, 'diskEncryptionKey', 'sourceVault', 'id') },
    { url: at(settings, 'keyEncryptionKey', 'keyUrl'), vault: at(settings, 'keyEncryptionKey', 'sourceVault', 'id') },
  ].flatMap(({ url, vault }) => (text(url) === undefined ? [] : [{ url: text(url) ?? '', keyVaultId: text(vault) ?? '' }]));
}

/**
 * What Azure looks at before it takes encryption settings: versioned URLs without a port, the caller's right to deploy from the key
 * vault, and a key vault for disk encryption in the same region and subscription. Codes are partly assumed.
 * @throws ArmError 400 or 403
 */
export function requireUsableSettings(call: ArmCall, settings: unknown, location: string): void {
  for (const { url, keyVaultId } of referencesIn(settings)) {
    if (parseObjectUrl(url)?.version === undefined || url.includes(':443/')) {
      throw new ArmError(400, 'InvalidParameter', `${url} is not a valid versioned Key Vault URL.`);
    }
    requireUsableKeyVault(call, { url, keyVaultId }, location);
  }
}

/** The name of the key vault that a URL leads to, in lower case; empty where it leads to none. */
export const keyVaultNameIn = (url: string): string => /^https:\/\/([a-z0-9-]+)\./i.exec(url)?.[1]?.toLowerCase() ?? '';

/** The key vault must be the one that the URL leads to. @throws ArmError 400 or 403 */
export function requireUsableKeyVault(call: ArmCall, { url, keyVaultId }: Reference, location: string): void {
  requireLinked(call, 'Microsoft.KeyVault/vaults/deploy/action', keyVaultId);
  const name = keyVaultNameIn(url);
  const keyVault = findKeyVault(call.world, name);
  if (keyVault ? keyVault.id.toLowerCase() !== keyVaultId.toLowerCase() : nameOf(keyVaultId).toLowerCase() !== name) {
    throw accessForbidden(keyVaultId);
  }
  // A key vault that is gone is found out when the machine is made.
  if (!keyVault) return;
  if (subscriptionOf(keyVaultId).toLowerCase() !== subscriptionOf(call.path).toLowerCase()) {
    throw new ArmError(400, 'BadRequest', `Key Vault ${keyVaultId} must be in the same subscription as the virtual machine.`);
  }
  if (keyVault.location !== location) {
    throw new ArmError(
      400,
      'KeyVaultAndVMInDifferentRegions',
      `Key Vault ${keyVaultId} is located in location ${keyVault.location ?? ''}, which is different from the location of the VM, ${location}.`,
    );
  }
  if (keyVault.properties['enabledForDiskEncryption'] === true) return;
  throw accessForbidden(keyVaultId);
}

const accessForbidden = (keyVaultId: string) =>
  new ArmError(
    403,
    'KeyVaultAccessForbidden',
    `Key Vault ${nameOf(keyVaultId)} either has not been enabled for Volume Encryption or the vault id provided does not match the Key Vault's true resource id.`,
  );

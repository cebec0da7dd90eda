import { secretTrouble } from '../../world/directory/client-secret';
import { cloudOf } from '../../world/cloud';
import { applications } from '../../world/directory/directory';
import { at, text } from '../../world/json';
import { mayReach } from '../../world/network/outbound';
import type { ArmResource, World } from '../../world/world';

/* Disk encryption with two passes signs in as an application. What proves it is told to the extension alone and never shown again. */

const secrets = (world: World) => world.documents<{ secret: string }>('extension-secrets');

/** Keeps what an extension was told in confidence until it runs. */
export function hideSecret(world: World, extensionId: string, secret: string | undefined): void {
  if (secret === undefined) secrets(world).delete(extensionId.toLowerCase());
  else secrets(world).put(extensionId.toLowerCase(), { secret });
}

const isInModel = (vm: ArmResource): boolean => at(vm.properties, 'storageProfile', 'osDisk', 'encryptionSettings', 'enabled') === true;

const unreachable = (url: string) => `Failed to connect to ${url}. Exception: Unable to connect to the remote server.`;

/**
 * Why the extension cannot act for its application, if it cannot: a machine that was encrypted with an application stays with it, and from
 * inside the machine it signs in and writes into the key vault; the directory has to know application and secret, and to let it sign in.
 */
export function applicationTrouble(world: World, vm: ArmResource, { id, properties }: ArmResource): string | undefined {
  const appId = text(at(properties, 'settings', 'AADClientID'));
  if (appId === undefined) {
    return isInModel(vm) ? 'The VM was encrypted with an Azure AD application. AADClientID and AADClientSecret are required.' : undefined;
  }
  if (!mayReach(world, vm, 'entra')) return unreachable(`https://${cloudOf(world).login}/`);
  if (!mayReach(world, vm, 'key-vault')) return unreachable(text(at(properties, 'settings', 'KeyVaultURL')) ?? '');
  const known = applications(world).get(appId.toLowerCase());
  if (!known) return `AADSTS700016: Application with identifier '${appId}' was not found in the directory.`;
  const trouble = secretTrouble(known, secrets(world).get(id.toLowerCase())?.secret ?? '');
  return trouble && `AADSTS${trouble.number}: ${trouble.message}`;
}

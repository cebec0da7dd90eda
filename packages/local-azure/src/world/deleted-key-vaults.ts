import { deletedKeyVaults, findKeyVault, forgetKeyVaultObjects } from './key-vault-objects';
import type { DeletedKeyVault } from './key-vault-objects';
import { keyVaultPace } from './key-vault-pace';
import type { ArmResource, World } from './world';

const DAY = 86_400_000;

/** The end of a deleted key vault. */
export const KEY_VAULT_PURGE = 'key-vault.purge';

const stepOf = (name: string) => `${KEY_VAULT_PURGE}:${name.toLowerCase()}`;

/** Deletes a key vault so that it can be recovered until its retention is over, and plans its end. */
export function softDeleteKeyVault(world: World, vault: ArmResource): void {
  const deletedAt = world.clock.now();
  const scheduledPurgeAt = deletedAt + Number(vault.properties['softDeleteRetentionInDays'] ?? 90) * DAY;
  const name = vault.name.toLowerCase();
  world.write(() => {
    world.resources.delete(vault.id);
    deletedKeyVaults(world).put(name, { vault, deletedAt, scheduledPurgeAt });
    world.schedule.plan({ id: stepOf(name), dueAt: scheduledPurgeAt, kind: KEY_VAULT_PURGE, payload: name });
  });
}

/** A recovered key vault can be reached under its name. */
export const KEY_VAULT_DNS = 'key-vault.dns';

const REGISTERING = 'RegisteringDns';

/** Whether the name of a key vault leads nowhere yet. */
export const isRegistering = ({ properties }: ArmResource): boolean => properties['provisioningState'] === REGISTERING;

/** Brings a deleted key vault back, with what it held; its name takes a while. */
export function recoverKeyVault(world: World, { vault }: DeletedKeyVault): void {
  const name = vault.name.toLowerCase();
  const pace = keyVaultPace(world);
  world.write(() => {
    world.resources.put(pace === 0 ? vault : inState(vault, REGISTERING));
    deletedKeyVaults(world).delete(name);
    world.schedule.cancel(stepOf(name));
    if (pace > 0)
      world.schedule.plan({ id: `${KEY_VAULT_DNS}:${name}`, dueAt: world.clock.now() + pace, kind: KEY_VAULT_DNS, payload: name });
  });
}

/** The name of a recovered key vault leads to it again. */
export function registerKeyVault(world: World, name: string): void {
  const vault = findKeyVault(world, name);
  if (vault && isRegistering(vault)) world.write(() => world.resources.put(inState(vault, 'Succeeded')));
}

const inState = (vault: ArmResource, provisioningState: string): ArmResource => ({
  ...vault,
  properties: { ...vault.properties, provisioningState },
});

/** Purges a deleted key vault, which takes a while. */
export function beginPurge(world: World, deleted: DeletedKeyVault): void {
  const name = deleted.vault.name.toLowerCase();
  const dueAt = world.clock.now() + keyVaultPace(world);
  if (dueAt === world.clock.now()) return purgeKeyVault(world, name);
  world.write(() => {
    deletedKeyVaults(world).put(name, { ...deleted, isBeingPurged: true });
    world.schedule.plan({ id: stepOf(name), dueAt, kind: KEY_VAULT_PURGE, payload: name });
  });
  return undefined;
}

/** Makes the name of a deleted key vault free again; everything it held is gone for good. */
export function purgeKeyVault(world: World, name: string): void {
  world.write(() => {
    if (!deletedKeyVaults(world).delete(name.toLowerCase())) return;
    forgetKeyVaultObjects(world, name);
    world.schedule.cancel(stepOf(name));
  });
}

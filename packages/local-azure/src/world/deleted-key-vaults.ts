import { deletedKeyVaults, forgetKeyVaultObjects } from './key-vault-objects';
import type { DeletedKeyVault } from './key-vault-objects';
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

/** Brings a deleted key vault back, with what it held. */
export function recoverKeyVault(world: World, { vault }: DeletedKeyVault): void {
  world.write(() => {
    world.resources.put(vault);
    deletedKeyVaults(world).delete(vault.name.toLowerCase());
    world.schedule.cancel(stepOf(vault.name));
  });
}

/** Makes the name of a deleted key vault free again; everything it held is gone for good. */
export function purgeKeyVault(world: World, name: string): void {
  world.write(() => {
    if (!deletedKeyVaults(world).delete(name.toLowerCase())) return;
    forgetKeyVaultObjects(world, name);
    world.schedule.cancel(stepOf(name));
  });
}

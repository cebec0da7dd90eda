import { deletedKeyVaults, findKeyVault, forgetKeyVaultObjects } from './key-vault-objects';
import type { DeletedKeyVault } from './key-vault-objects';
import { keyVaultPace } from '../time/pace';
import type { ArmResource, World } from '../world';

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

/** A key vault that was made or brought back can be reached under its name. */
export const KEY_VAULT_DNS = 'key-vault.dns';

const REGISTERING = 'RegisteringDns';

/** Whether the name of a key vault leads nowhere yet. */
export const isRegistering = ({ properties }: ArmResource): boolean => properties['provisioningState'] === REGISTERING;

/** The state in which a key vault is that was just made or brought back: its name takes a while. */
export const firstState = (world: World, name: string): string => (registrationOf(world, name) === 0 ? 'Succeeded' : REGISTERING);

const registrationOf = (world: World, name: string) => keyVaultPace.of(world, `${name} registered`);

/** Lets the name of a key vault lead to it after a while. */
export function planRegistration(world: World, name: string): void {
  const key = name.toLowerCase();
  const dueAt = world.clock.now() + registrationOf(world, name);
  if (dueAt > world.clock.now()) world.schedule.plan({ id: `${KEY_VAULT_DNS}:${key}`, dueAt, kind: KEY_VAULT_DNS, payload: key });
}

/** Brings a deleted key vault back, with what it held. */
export function recoverKeyVault(world: World, { vault }: DeletedKeyVault): void {
  const name = vault.name.toLowerCase();
  world.write(() => {
    world.resources.put(inState(vault, firstState(world, name)));
    deletedKeyVaults(world).delete(name);
    world.schedule.cancel(stepOf(name));
    planRegistration(world, name);
  });
}

/** The name of a key vault leads to it. */
export function registerKeyVault(world: World, name: string): void {
  const vault = findKeyVault(world, name);
  if (vault && isRegistering(vault)) world.write(() => world.resources.put(inState(vault, 'Succeeded')));
}

const inState = (vault: ArmResource, provisioningState: string): ArmResource => ({
  ...vault,
  properties: { ...vault.properties, provisioningState },
});

/** A purge that was asked for, by the id under which the service tells how far it is. */
interface KeyVaultPurge {
  name: string;
  createdAt: number;
  endsAt: number;
}

/** Purges that were asked for, by their id. */
export function keyVaultPurges(world: World) {
  return world.documents<KeyVaultPurge>('key-vault-purges');
}

/** Purges a deleted key vault, which takes a while. Answers the id of the purge. */
export function beginPurge(world: World, deleted: DeletedKeyVault): string {
  const name = deleted.vault.name.toLowerCase();
  const createdAt = world.clock.now();
  const endsAt = createdAt + keyVaultPace.of(world, `${name} purged`);
  const id = Buffer.from(`${name}|${createdAt}`).toString('base64url');
  world.write(() => {
    keyVaultPurges(world).put(id, { name, createdAt, endsAt });
    deletedKeyVaults(world).put(name, { ...deleted, isBeingPurged: true });
    world.schedule.plan({ id: stepOf(name), dueAt: endsAt, kind: KEY_VAULT_PURGE, payload: name });
  });
  if (endsAt === createdAt) purgeKeyVault(world, name);
  return id;
}

/** Whether a deleted key vault lies among the deleted ones by now: the list of them shows it later than its own address does. */
export const isListed = (world: World, { deletedAt, vault }: DeletedKeyVault): boolean =>
  world.clock.now() >= deletedAt + keyVaultPace.of(world, `${vault.name} deleted`);

/** Makes the name of a deleted key vault free again; everything it held is gone for good. */
export function purgeKeyVault(world: World, name: string): void {
  world.write(() => {
    if (!deletedKeyVaults(world).delete(name.toLowerCase())) return;
    forgetKeyVaultObjects(world, name);
    world.schedule.cancel(stepOf(name));
  });
}

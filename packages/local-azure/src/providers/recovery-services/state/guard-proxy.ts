import { protectedBy, type CriticalOperation } from '../../../world/authorization/resource-guards';
import type { World } from '../../../world/world';
import { saveSettings, settingsOf, type GuardProxy } from './vault-store';

/** For so long something is unlocked for its deletion. */
const UNLOCKED_MS = 30 * 60_000;

export const PROXY_NAME = 'VaultProxy';

/** Undefined where no Resource Guard protects the vault. */
export const proxyOf = (world: World, vaultId: string): GuardProxy | undefined => settingsOf(world, vaultId).guardProxy;

/** ARM id; a vault has one proxy, always of the same name. */
export const proxyId = (vaultId: string): string => `${vaultId}/backupResourceGuardProxies/${PROXY_NAME}`;

/** What the vault's guard protects. A guard that is gone protects everything: nobody can approve it any more. */
export function protectedOperations(world: World, vaultId: string): readonly CriticalOperation[] {
  const proxy = proxyOf(world, vaultId);
  if (!proxy) return [];
  const guard = world.resources.get(proxy.guardId);
  return protectedBy(guard ?? { id: proxy.guardId, name: '', type: '', properties: {} });
}

/** Lets something be deleted for the next half hour; answers until when, in milliseconds since 1970. */
export function unlock(world: World, vaultId: string, resourceId: string): number {
  const until = world.clock.now() + UNLOCKED_MS;
  saveSettings(world, vaultId, { unlocked: { ...settingsOf(world, vaultId).unlocked, [resourceId.toLowerCase()]: until } });
  return until;
}

/** Whether something that the guard protects may be deleted now, by its ARM id in any case. */
export function isUnlocked(world: World, vaultId: string, resourceId: string): boolean {
  const until = new Map(Object.entries(settingsOf(world, vaultId).unlocked ?? {})).get(resourceId.toLowerCase());
  return until !== undefined && world.clock.now() < until;
}

import { resourceOf } from '../../../arm/resource-handlers';
import { ArmError } from '../../../arm/route';
import type { ArmCall } from '../../../arm/route';
import { record, text, texts } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { defaultPolicies } from './default-policies';
import { VAULT_TYPE, vaultKey, vaultPath } from '../names';
import { savePolicy } from './policy-store';
import { vaultProperties } from './vault-properties';
import { own } from '../../../world/own';

/** What a vault holds beside its ARM resource. */
export interface VaultSettings {
  /** When virtual machines were last looked for; newer ones are not offered for protection. Milliseconds since 1970. */
  discoveredAt: number;
  /** When the last search for virtual machines began. */
  discovering?: number;
  /** Set when the redundancy came with the vault itself: the storage configuration then refuses to change it. */
  redundancyFromVault: boolean;
  /** Since when points are copied to the paired region to be restored there; milliseconds since 1970. */
  crossRegionSince?: number;
  extendedInfo?: Record<string, unknown>;
  /** What joins the vault to the Resource Guard that protects it. */
  guardProxy?: GuardProxy | undefined;
  /** Until when something may be deleted that the guard protects, by its id in lower case; milliseconds since 1970. */
  unlocked?: Readonly<Record<string, number>>;
}

export interface GuardProxy {
  guardId: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
}

const settings = (world: World) => world.documents<VaultSettings>('backup-vault-settings');

/** What this vault is beside its resource; as a new one where nothing is known yet. */
export function settingsOf(world: World, vaultId: string): VaultSettings {
  return settings(world).get(vaultKey(vaultId)) ?? { discoveredAt: 0, redundancyFromVault: false };
}

/** Changes what is named; the rest stays. */
export function saveSettings(world: World, vaultId: string, changes: Partial<VaultSettings>): void {
  settings(world).put(vaultKey(vaultId), { ...settingsOf(world, vaultId), ...changes });
}

/** A vault that comes under this id later begins as a new one. */
export function forgetSettings(world: World, vaultId: string): void {
  settings(world).delete(vaultKey(vaultId));
}

/** The vault a path names. @throws 404 ResourceNotFound; 409 when it is on its way out and something is to be changed in it */
export function vaultOfCall(call: ArmCall): ArmResource {
  const vault = resourceOf(call, VAULT_TYPE, vaultPath(call));
  return call.method === 'GET' ? vault : requireStaying(vault);
}

/** @throws 409 when the vault is being deleted */
export function requireStaying(vault: ArmResource): ArmResource {
  if (vault.properties['provisioningState'] !== 'Deleting') return vault;
  throw new ArmError(409, 'ResourceBeingDeleted', `The vault '${vault.name}' is being deleted. Wait until that is over.`);
}

/** A nested object of a vault's properties, for instance `securitySettings.softDeleteSettings`. */
export function vaultPart(vault: ArmResource, ...path: string[]): Record<string, unknown> {
  return path.reduce((part, name) => record(own(part, name)), vault.properties);
}

export interface SoftDelete {
  state: string;
  retentionDays: number;
  enhancedSecurity: string;
}

/** What the vault says of it, with Azure’s defaults: enabled, for 14 days. */
export function softDeleteOf(vault: ArmResource): SoftDelete {
  const given = vaultPart(vault, 'securitySettings', 'softDeleteSettings');
  return {
    state: text(given['softDeleteState']) ?? 'Enabled',
    retentionDays: Number(given['softDeleteRetentionPeriodInDays'] ?? 14),
    enhancedSecurity: text(given['enhancedSecurityState']) ?? 'Enabled',
  };
}

/** Whether Microsoft Defender for Cloud tells the vault of threats in the machines it protects. */
export const scansAtSource = (vault: ArmResource): boolean =>
  vaultPart(vault, 'securitySettings', 'sourceScanConfiguration')['state'] === 'Enabled';

/** What the vault says of it, with Azure’s defaults: geo-redundant, not restorable in the paired region. */
export function redundancyOf(vault: ArmResource): { redundancy: string; crossRegionRestore: boolean } {
  const given = vaultPart(vault, 'redundancySettings');
  return {
    redundancy: text(given['standardTierStorageRedundancy']) ?? 'GeoRedundant',
    crossRegionRestore: given['crossRegionRestore'] === 'Enabled',
  };
}

/** Whether points may be restored into another subscription: `Enabled`, `Disabled` or `PermanentlyDisabled`. */
export function crossSubscriptionRestoreOf(vault: ArmResource): string {
  return text(vaultPart(vault, 'restoreSettings', 'crossSubscriptionRestoreSettings')['crossSubscriptionRestoreState']) ?? 'Enabled';
}

/** Whether points are kept from being deleted before their time: `Disabled`, `Unlocked` or, for good, `Locked`. */
export function immutabilityOf(vault: ArmResource): string {
  return text(vaultPart(vault, 'securitySettings', 'immutabilitySettings')['state']) ?? 'Disabled';
}

/** An entity tag in the form the vault service writes it. */
export function etagAt(moment: number): string {
  return `W/"datetime'${encodeURIComponent(new Date(moment).toISOString().replace('Z', '0000Z'))}'"`;
}

/**
 * Creates a vault, ready for use, with its two default policies. `properties` may hold redundancy and security settings in ARM's
 * form. Seeds use it; the ARM operation adds the time the service takes.
 */
export function createVault(
  world: World,
  vault: { id: string; location: string; properties?: Record<string, unknown>; sku?: unknown; tags?: unknown; identity?: unknown },
): ArmResource {
  const now = world.clock.now();
  const given = vault.properties ?? {};
  const resource: ArmResource = {
    location: vault.location.toLowerCase().replaceAll(' ', ''),
    name: vault.id.slice(vault.id.lastIndexOf('/') + 1),
    etag: etagAt(now),
    ...(vault.tags !== undefined && { tags: texts(vault.tags) }),
    ...(vault.identity !== undefined && { identity: vault.identity }),
    properties: { ...vaultProperties(given), backupStorageVersion: 'Unassigned' },
    id: vault.id,
    type: VAULT_TYPE,
    sku: vault.sku ?? { name: 'RS0', tier: 'Standard' },
  };
  world.write(() => {
    world.resources.put(resource);
    saveSettings(world, vault.id, {
      discoveredAt: now,
      redundancyFromVault: given['redundancySettings'] !== undefined,
      ...(redundancyOf(resource).crossRegionRestore && { crossRegionSince: now }),
    });
    for (const policy of defaultPolicies(vault.id, now)) savePolicy(world, policy);
  });
  return resource;
}

/** A vault with other properties; what is not named stays. */
export function changeVault(world: World, vault: ArmResource, changes: Partial<ArmResource>): ArmResource {
  const changed = { ...vault, ...changes, etag: etagAt(world.clock.now()) };
  world.resources.put(changed);
  if (redundancyOf(changed).crossRegionRestore && !redundancyOf(vault).crossRegionRestore) {
    saveSettings(world, vault.id, { crossRegionSince: world.clock.now() });
  }
  return changed;
}

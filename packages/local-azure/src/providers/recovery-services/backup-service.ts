import { cloudOf } from '../../world/cloud';
import { servicePrincipalOf } from '../../world/directory/directory';
import type { World } from '../../world/world';

/** Object id under which Azure Backup reads key vaults of the tenant. */
export function backupServiceObjectId(world: World): string {
  return servicePrincipalOf(world, cloudOf(world).backupService, 'Backup Management Service').objectId;
}

/** What the service accepts: as in January 2017, or as today, when a BEK without KEK is accepted too. */
export type ServiceEdition = '2017-01' | 'current';

const settings = (world: World) => world.documents<{ edition: ServiceEdition }>('backup-service');

/** What the backup service of this world accepts. */
export function serviceEdition(world: World): ServiceEdition {
  return settings(world).get('edition')?.edition ?? 'current';
}

/** Sets what the backup service of this world accepts; a new world has today's service. */
export function setServiceEdition(world: World, edition: ServiceEdition): void {
  settings(world).put('edition', { edition });
}

const DISK_ENCRYPTION_END = Date.parse('2028-09-15T00:00:00Z');

/** From then on today's service backs up nothing that Azure Disk Encryption encrypts. Source: learn.microsoft.com/azure/backup/backup-azure-encrypted-vm-troubleshoot. */
export const hasDiskEncryptionEnded = (world: World): boolean =>
  serviceEdition(world) === 'current' && world.clock.now() >= DISK_ENCRYPTION_END;

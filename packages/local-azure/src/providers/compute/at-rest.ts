import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmCall } from '../../arm/route';
import { guestOf } from '../../world/compute/guests';
import { at, record, text } from '../../world/json';
import { findKeyVault, parseObjectUrl } from '../../world/key-vault/key-vault-objects';
import { keyVaultPermits } from '../../world/key-vault/key-vault-access';
import type { ArmResource, World } from '../../world/world';
import { DISK_ENCRYPTION_SET_TYPE } from './types';

/** How a disk is encrypted where it lies: with a key of Azure's, or with the customer's that a disk encryption set names. */
export function atRest(properties: Record<string, unknown>): { type: string; diskEncryptionSetId?: string } {
  const given = record(properties['encryption']);
  const diskEncryptionSetId = text(given['diskEncryptionSetId']);
  const type = text(given['type']) ?? `EncryptionAtRestWith${diskEncryptionSetId === undefined ? 'Platform' : 'Customer'}Key`;
  return { type, ...(diskEncryptionSetId !== undefined && { diskEncryptionSetId }) };
}

/**
 * A disk encryption set must be in the disk's region, and its key vault must let it use its key.
 * @throws ArmError 404, 400 or 403
 */
export function requireUsableSet(call: ArmCall, { diskEncryptionSetId }: { diskEncryptionSetId?: string }, location: string): void {
  if (diskEncryptionSetId === undefined) return;
  const set = resourceOf(call, DISK_ENCRYPTION_SET_TYPE, diskEncryptionSetId);
  if (set.location !== location) {
    throw new ArmError(400, 'BadRequest', `Disk encryption set ${set.name} is in '${set.location ?? ''}', the disk in '${location}'.`);
  }
  if (mayUseKey(call.world, set)) return;
  throw new ArmError(
    403,
    'KeyVaultAccessForbidden',
    `Unable to access key vault resource '${text(at(set.properties, 'activeKey', 'keyUrl')) ?? ''}' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to disk encryption set '${set.name}'.`,
  );
}

/** Whether the key vault of a disk encryption set lets it use its key. */
export function mayUseKey(world: World, set: ArmResource): boolean {
  const keyVault = findKeyVault(world, parseObjectUrl(text(at(set.properties, 'activeKey', 'keyUrl')) ?? '')?.vault ?? '');
  const principalId = text(at(set, 'identity', 'principalId')) ?? '';
  const needs = ['get', 'wrapKey', 'unwrapKey'];
  return keyVault !== undefined && needs.every((permission) => keyVaultPermits(world, keyVault, principalId, 'keys', permission));
}

/** A disk changes its key only while no machine runs with it. @throws ArmError 409 */
export function requireIdle({ world }: ArmCall, disk: ArmResource): void {
  const holder = text(disk['managedBy']);
  if (holder === undefined || guestOf(world, holder).power === 'deallocated') return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    `The encryption of disk ${disk.name} can be changed only when it is unattached or the virtual machine is deallocated.`,
  );
}

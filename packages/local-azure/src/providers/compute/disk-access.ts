import { randomBytes } from 'node:crypto';
import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { readSignature } from '../../storage/sas';
import { isEncryptedVhd, putEmptyVhd, putVhd, type FileSystem } from '../../storage/vhd';
import { blobUrl, findBlob, putContainer, removeContainer } from '../../world/storage/blobs';
import { lockOf, putLock } from '../../world/compute/disk-locks';
import { at, text } from '../../world/json';
import { forgetKeys, hiddenAccounts, STORAGE_TYPE } from '../../world/storage/storage-accounts';
import { guestOf } from '../../world/compute/guests';
import type { ArmResource, World } from '../../world/world';
import { DISK_TYPE } from './types';

const CONTAINER = 'disk';
const BLOB = 'abcd';

const diskOf = (call: ArmCall): ArmResource => resourceOf(call, DISK_TYPE, call.path.replace(/\/[^/]+$/, ''));

/**
 * POST beginGetAccess: the disk as a VHD behind a signed URL, in an account of Azure's own, until the access ends. A disk can be read that no
 * machine runs with, and written that waits for its upload. Source: Managed Disks REST API, Grant Access.
 */
export function beginGetAccess(call: ArmCall): ArmAnswer {
  const { world } = call;
  const disk = diskOf(call);
  const isWrite = at(call.body, 'access') === 'Write';
  requireAccessible(call, disk, isWrite);
  const seconds = Number(at(call.body, 'durationInSeconds'));
  if (!(seconds > 0)) throw new ArmError(400, 'InvalidParameter', 'durationInSeconds must be a positive number.');
  const account = `md${randomBytes(10).toString('hex')}`;
  hiddenAccounts(world).put(account, { id: disk.id, name: account, type: STORAGE_TYPE, kind: 'StorageV2', properties: {} });
  putContainer(world, account, CONTAINER);
  const gib = Number(disk.properties['diskSizeGB']);
  const place = { account, container: CONTAINER, name: BLOB };
  const blob = isWrite ? putEmptyVhd(world, place, gib) : putVhd(world, place, { gib, system: systemOf(call, disk) });
  const diskState = isWrite ? 'ActiveUpload' : 'ActiveSAS';
  world.resources.put({ ...disk, properties: { ...disk.properties, diskState, accessAccount: account } });
  return { status: 200, body: { accessSAS: `${blobUrl(world, blob)}?${readSignature(world, blob, seconds, isWrite ? 'rw' : 'r')}` } };
}

function requireAccessible({ world }: ArmCall, { name, properties, managedBy }: ArmResource, isWrite: boolean): void {
  const state = text(properties['diskState']) ?? '';
  const isReserved = state === 'Attached' && guestOf(world, text(managedBy) ?? '').power === 'deallocated';
  if (isWrite ? state === 'ReadyToUpload' : state === 'Unattached' || isReserved) return;
  const who = isWrite ? 'one that waits for its upload' : 'one that no machine runs with';
  throw new ArmError(409, 'OperationNotAllowed', `Disk ${name} is in state ${state}; access can be granted to ${who} only.`);
}

function systemOf({ world }: ArmCall, { id, properties }: ArmResource): FileSystem {
  const linux = properties['osType'] === 'Linux';
  if (lockOf(world, id) !== undefined || at(properties, 'encryptionSettingsCollection', 'enabled') === true)
    return linux ? 'LUKS' : 'BitLocker';
  return linux ? 'ext4' : 'NTFS';
}

/** POST endGetAccess: the URL leads nowhere from now on. */
export function endGetAccess(call: ArmCall): ArmAnswer {
  const { world } = call;
  const disk = diskOf(call);
  const { accessAccount, ...properties } = disk.properties;
  const account = text(accessAccount);
  if (account === undefined) return { status: 200 };
  if (properties['diskState'] === 'ActiveUpload') lockAsUploaded(world, disk.id, account);
  removeContainer(world, account, CONTAINER);
  hiddenAccounts(world).delete(account);
  forgetKeys(world, account);
  world.resources.put({ ...disk, properties: { ...properties, diskState: disk['managedBy'] === undefined ? 'Unattached' : 'Attached' } });
  return { status: 200 };
}

/** What was uploaded still encrypted stays so, and no settings open it. */
function lockAsUploaded(world: World, diskId: string, account: string): void {
  const blob = findBlob(world, account, CONTAINER, BLOB);
  if (blob && isEncryptedVhd(world, blob)) putLock(world, diskId, { secret: 'unknown' });
}

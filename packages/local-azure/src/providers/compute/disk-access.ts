import { randomBytes } from 'node:crypto';
import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { readSignature } from '../../storage/read-signature';
import { putVhd, type FileSystem } from '../../storage/vhd';
import { blobUrl, putContainer, removeContainer } from '../../world/blobs';
import { lockOf } from '../../world/disk-locks';
import { at, text } from '../../world/json';
import { forgetKeys, hiddenAccounts, STORAGE_TYPE } from '../../world/storage-accounts';
import type { ArmResource } from '../../world/world';
import { DISK_TYPE } from './types';

const CONTAINER = 'disk';
const BLOB = 'abcd';

const diskOf = (call: ArmCall): ArmResource => resourceOf(call, DISK_TYPE, call.path.replace(/\/[^/]+$/, ''));

/** POST beginGetAccess: the disk as a VHD behind a signed URL, in an account of Azure's own, until the access ends. */
export function beginGetAccess(call: ArmCall): ArmAnswer {
  const { world } = call;
  const disk = diskOf(call);
  if (disk.properties['diskState'] !== 'Unattached') {
    throw new ArmError(
      409,
      'OperationNotAllowed',
      `Disk ${disk.name} is in state ${String(disk.properties['diskState'])}; access can be granted to an unattached disk only.`,
    );
  }
  const seconds = Number(at(call.body, 'durationInSeconds'));
  if (!(seconds > 0)) throw new ArmError(400, 'InvalidParameter', 'durationInSeconds must be a positive number.');
  const account = `md${randomBytes(10).toString('hex')}`;
  hiddenAccounts(world).put(account, { id: disk.id, name: account, type: STORAGE_TYPE, kind: 'StorageV2', properties: {} });
  putContainer(world, account, CONTAINER);
  const blob = putVhd(
    world,
    { account, container: CONTAINER, name: BLOB },
    { gib: Number(disk.properties['diskSizeGB']), system: systemOf(call, disk) },
  );
  world.resources.put({ ...disk, properties: { ...disk.properties, diskState: 'ActiveSAS', accessAccount: account } });
  return { status: 200, body: { accessSAS: `${blobUrl(world, blob)}?${readSignature(world, blob, seconds)}` } };
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
  removeContainer(world, account, CONTAINER);
  hiddenAccounts(world).delete(account);
  forgetKeys(world, account);
  world.resources.put({ ...disk, properties: { ...properties, diskState: 'Unattached' } });
  return { status: 200 };
}

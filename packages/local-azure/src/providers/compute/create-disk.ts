import { randomUUID } from 'node:crypto';
import { requireLinked } from '../../arm/authorize';
import { refuseMembers } from '../../arm/refuse-members';
import { asStored, putResource } from '../../arm/resource-handlers';
import { ArmError, type ArmCall } from '../../arm/route';
import { blobAt } from '../../world/storage/blobs';
import { contentsOn, putContents } from '../../world/compute/disk-contents';
import { lockOf, putLock } from '../../world/compute/disk-locks';
import { markEncrypted, wasEncrypted } from '../../world/compute/once-encrypted';
import { at, list, record, text } from '../../world/json';
import { atRest, requireUsableSet } from './at-rest';
import { diskSku } from './disk-skus';
import { settingsOfVhd } from './disk-encryption';
import { requireUsableSettings } from './encryption-checks';
import { requireDisk } from './quota';
import { DISK_TYPE, SNAPSHOT_TYPE } from './types';
import { OF_DISKS } from './unserved-members';
import { computeTime } from '../../arm/compute-time';

export const GIB = 1024 ** 3;

/** What a new disk or snapshot is made of: another one, or a VHD. */
interface Origin {
  /** ARM id or URL, by which its lock is known. */
  place: string;
  gib: number;
  properties: Record<string, unknown>;
}

/** Stores the disk of a PUT; what the caller leaves out comes from what it is made of, or from before. */
export const storeDisk = putResource(
  DISK_TYPE,
  ({ id, properties, body, before, location }, call) => {
    refuseMembers({ ...body, properties }, before ? CHANGEABLE : OF_DISKS);
    requireOneHolder(properties);
    const origin = before ? undefined : originOf(call, properties, location);
    const uploaded = before ? undefined : uploadedGib(properties);
    const size = Number(properties['diskSizeGB'] ?? before?.properties['diskSizeGB'] ?? origin?.gib ?? uploaded ?? 32);
    if (
      !before &&
      origin === undefined &&
      properties['diskSizeGB'] === undefined &&
      at(properties, 'creationData', 'createOption') === 'Empty'
    ) {
      throw new ArmError(400, 'InvalidParameter', "Required parameter 'diskSizeGB' is missing (null).");
    }
    requireOpenNetwork(properties);
    requireUsableCollection(call, properties, location);
    const encryption = atRest({ ...origin?.properties, ...before?.properties, ...properties });
    if (properties['encryption'] !== undefined) requireUsableSet(call, encryption, location);
    const skuBefore = text(at(before, 'sku', 'name'));
    const sku = diskSku(text(at(body, 'sku', 'name')) ?? skuBefore ?? 'Standard_LRS');
    if (sku !== skuBefore) requireDisk(call.world, id, location, sku);
    if (origin) fillLike(call, id, origin);
    const zones = body['zones'] ?? before?.['zones'];
    return {
      ...(zones !== undefined && { zones }),
      sku: { name: sku, tier: sku.startsWith('Premium') ? 'Premium' : 'Standard' },
      ...(before?.['managedBy'] !== undefined && { managedBy: before['managedBy'] }),
      properties: {
        ...origin?.properties,
        ...before?.properties,
        ...properties,
        encryption,
        diskSizeGB: size,
        diskSizeBytes: size * GIB,
        diskState: before?.properties['diskState'] ?? (uploaded === undefined ? 'Unattached' : 'ReadyToUpload'),
        timeCreated: before?.properties['timeCreated'] ?? computeTime(call.world.clock.now()),
        uniqueId: before?.properties['uniqueId'] ?? randomUUID(),
        provisioningState: 'Succeeded',
      },
    };
  },
  asStored,
  200,
);

/** What a disk was made of is no change. */
export const CHANGEABLE = OF_DISKS.filter((path) => !path.includes('creationData'));

/** A disk has one machine here. @throws ArmError 501 */
export function requireOneHolder({ maxShares = 1 }: Record<string, unknown>): void {
  if (Number(maxShares) > 1) throw new ArmError(501, 'NotImplemented', 'Local Azure has no disks that several machines share.');
}

/** Bytes of the footer of a virtual hard disk, and of the smallest disk. */
const FOOTER = 512;
const SMALLEST = 20 * 2 ** 20;

/** How large a disk is to be that waits for its VHD; undefined for others. @throws ArmError 400 */
function uploadedGib({ creationData }: Record<string, unknown>): number | undefined {
  const { createOption, uploadSizeBytes } = record(creationData);
  if (text(createOption)?.toLowerCase() !== 'upload') return undefined;
  const bytes = Number(uploadSizeBytes) - FOOTER;
  if (bytes >= SMALLEST && bytes % 2 ** 20 === 0) return Math.ceil(bytes / GIB);
  throw new ArmError(
    400,
    'InvalidParameter',
    "The value of parameter 'creationData.uploadSizeBytes' must be whole mebibytes and the 512 bytes of the footer.",
  );
}

/** What is made of a disk is encrypted like it, and holds the same. */
export function fillLike({ world }: ArmCall, id: string, { place, properties }: Origin): void {
  if (wasEncrypted(world, place) || at(properties, 'encryptionSettingsCollection', 'enabled') === true) markEncrypted(world, id);
  putLock(world, id, lockOf(world, place));
  putContents(world, id, contentsOn(world, place));
}

/** Who has the right to a disk reaches it from anywhere here. @throws ArmError 501 when its network is to be closed */
export function requireOpenNetwork({ networkAccessPolicy = 'AllowAll', publicNetworkAccess = 'Enabled' }: Record<string, unknown>): void {
  if (networkAccessPolicy === 'AllowAll' && publicNetworkAccess === 'Enabled') return;
  throw new ArmError(501, 'NotImplemented', 'Local Azure does not close the network of disks.');
}

/** @throws ArmError when encryption settings of a disk cannot be used by the caller */
export function requireUsableCollection(call: ArmCall, properties: Record<string, unknown>, location: string): void {
  const collection = record(properties['encryptionSettingsCollection']);
  if (collection['enabled'] !== true) return;
  for (const settings of list(collection['encryptionSettings'])) requireUsableSettings(call, settings, location);
}

/** What the caller wants something made of; undefined for an empty disk. @throws ArmError when that is not there, or not to be read */
export function originOf(call: ArmCall, properties: Record<string, unknown>, location: string): Origin | undefined {
  const { createOption, sourceResourceId, sourceUri } = record(properties['creationData']);
  switch (text(createOption)?.toLowerCase()) {
    case 'copy':
    case 'restore':
      return ofDisk(call, text(sourceResourceId) ?? '', location);
    case 'import':
      return ofVhd(call, text(sourceUri) ?? '');
    case undefined:
    case 'upload':
    case 'empty':
      return undefined;
    default:
      throw new ArmError(501, 'NotImplemented', `Local Azure does not make disks by ${text(createOption) ?? ''}.`);
  }
}

const COPIED = /\/providers\/(Microsoft\.Compute\/(?:disks|snapshots))\/[^/]+$/i;

/** A copy can be downloaded, so Azure asks for the right to download its source. Codes beside that of the right are assumed. */
function ofDisk(call: ArmCall, id: string, location: string): Origin {
  const type = [DISK_TYPE, SNAPSHOT_TYPE].find((one) => one.toLowerCase() === COPIED.exec(id)?.[1]?.toLowerCase());
  if (type === undefined) {
    throw new ArmError(
      400,
      'InvalidParameter',
      "The value of parameter 'creationData.sourceResourceId' must be the id of a disk or a snapshot.",
    );
  }
  requireLinked(call, `${type}/beginGetAccess/action`, id);
  const source = call.world.resources.get(id);
  if (!source) throw new ArmError(404, 'NotFound', `Resource '${id}' is not found.`);
  if (source.location !== location) {
    throw new ArmError(400, 'InvalidParameter', `Resource '${id}' is in '${source.location ?? ''}' and can be copied there only.`);
  }
  return { place: id, gib: Number(source.properties['diskSizeGB']), properties: inherited(source.properties) };
}

/** A VHD in the caller's storage account; without an Entra application its encryption settings are in its metadata. */
function ofVhd(call: ArmCall, url: string): Origin {
  const blob = blobAt(call.world, url);
  if (!blob) throw new ArmError(404, 'NotFound', `The specified blob ${url} does not exist.`);
  if (blob.type !== 'PageBlob' || (blob.length - 512) % 2 ** 20 !== 0) {
    throw new ArmError(400, 'InvalidParameter', `The blob ${url} is not a page blob that holds a fixed virtual hard disk.`);
  }
  const settings = settingsOfVhd(blob);
  const collection = { enabled: true, encryptionSettingsVersion: '1.1', encryptionSettings: [settings] };
  return {
    place: url,
    gib: Math.ceil((blob.length - 512) / GIB),
    properties: settings ? { encryptionSettingsCollection: collection } : {},
  };
}

function inherited(origin: Record<string, unknown>): Record<string, unknown> {
  const { osType, hyperVGeneration, securityProfile, purchasePlan, encryption, encryptionSettingsCollection } = origin;
  const taken = { osType, hyperVGeneration, securityProfile, purchasePlan, encryption, encryptionSettingsCollection };
  return Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined));
}

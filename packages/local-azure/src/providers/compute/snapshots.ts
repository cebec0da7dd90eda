import { randomUUID } from 'node:crypto';
import { refuseMembers } from '../../arm/refuse-members';
import { asStored, deleteResource, putResource, resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { forgetDisk } from '../../world/compute/disk-contents';
import { at, text } from '../../world/json';
import { snapshotSku } from './disk-skus';
import { CHANGEABLE, GIB, fillLike, originOf, requireOpenNetwork } from './create-disk';
import { SNAPSHOT_TYPE } from './types';
import { OF_DISKS } from './unserved-members';
import { computeTime } from '../../arm/compute-time';

/** PUT of a snapshot: what a disk, another snapshot or a VHD holds now, locked as that is. */
export const putSnapshot = putResource(
  SNAPSHOT_TYPE,
  ({ id, properties, body, before, location }, call) => {
    refuseMembers({ ...body, properties }, before ? CHANGEABLE : OF_DISKS);
    requireOpenNetwork(properties);
    const origin = before ? undefined : originOf(call, properties, location);
    if (!before && !origin) {
      throw new ArmError(400, 'InvalidParameter', "The value of 'creationData.createOption' must be Copy or Import.");
    }
    if (origin) fillLike(call, id, origin);
    const size = Number(before?.properties['diskSizeGB'] ?? origin?.gib);
    const name = snapshotSku(text(at(body, 'sku', 'name')) ?? text(at(before, 'sku', 'name')) ?? 'Standard_LRS');
    return {
      sku: { name, tier: name.startsWith('Premium') ? 'Premium' : 'Standard' },
      properties: {
        incremental: false,
        ...origin?.properties,
        ...properties,
        ...before?.properties,
        diskSizeGB: size,
        diskSizeBytes: size * GIB,
        diskState: 'Unattached',
        timeCreated: before?.properties['timeCreated'] ?? computeTime(call.world.clock.now()),
        uniqueId: before?.properties['uniqueId'] ?? randomUUID(),
        provisioningState: 'Succeeded',
      },
    };
  },
  asStored,
  200,
);

/** 204 where there is none. */
export function deleteSnapshot(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  forgetDisk(call.world, resourceOf(call, SNAPSHOT_TYPE).id);
  return deleteResource(call);
}

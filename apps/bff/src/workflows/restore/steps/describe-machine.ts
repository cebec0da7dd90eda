import type { MachineDraft, VmId } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import type { NewMachine } from '../../../azure/compute/create-machine';
import type { MachineSettings } from '../../../azure/compute/machine-settings';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { vaultLocation } from '../../../azure/vaults/vaults';
import type { Journey } from '../journey/journey';
import { groupIdOf, machineIdOf, ownNameOf } from '../journey/machine-place';
import { readToldSettings, tagsFor } from '../settings/old-and-new';
import { takeAlong } from './taken-along';

export type MachineParts = Pick<NewMachine, 'disks' | 'osType' | 'modelKeys'>;

/** The machine that Azure is asked for: what it is made of, as somebody decided, and like the old one in the rest. */
export async function describeMachine(
  session: AzureSession,
  journey: Journey,
  parts: MachineParts,
  draft: MachineDraft,
): Promise<NewMachine & { id: VmId }> {
  const { vault, jobId, encrypted } = journey;
  const { disks } = parts;
  const location = journey.pairedRegion ?? (await vaultLocation(session, vault));
  const told = await readToldSettings(session, journey);
  const isolated = journey.isolation !== null;
  const apart = isolated || draft.withoutProximityGroup === true;
  const making = { subscriptionId: vault.subscriptionId, location, size: draft.size, disks, encrypted, apart };
  return {
    ...parts,
    id: machineIdOf(vault, draft),
    jobId,
    ownName: ownNameOf(journey, draft),
    groupId: groupIdOf(vault, draft),
    location,
    size: draft.size,
    subnetId: draft.subnetId,
    publicIp: draft.publicIp,
    ...fromSystem(told, disks),
    features: await takeAlong(session, told, making),
    tags: tagsFor(journey, told, draft),
    bootDiagnostics: isolated,
  };
}

/** The disk of the system says what the machine has to be; what it does not tell, above all of the firmware, the old machine's own settings do. */
function fromSystem(told: readonly MachineSettings[], [osDisk]: readonly RestoredDisk[]): Pick<NewMachine, 'security' | 'plan'> {
  const type = osDisk?.security ?? null;
  const security = told.find((old) => old.security.type === type)?.security ?? { type, secureBoot: null, vTpm: null };
  return {
    security: type === null ? null : security,
    plan: osDisk?.plan ?? told.find(({ plan }) => plan !== null)?.plan ?? null,
  };
}

import type { KeyChain, MachineCheck, MachineDraft, VaultPath, VmId } from '@tresor/contracts';
import { vmId } from '@tresor/contracts';
import { sanitise } from '../../../azure-words';
import type { AzureSession } from '../../../azure/connection/azure';
import {
  changeDiskKeys,
  changeVhdKeys,
  createMachine,
  removeInVain,
  startAgain,
  untilDiskChanged,
  type NewMachine,
} from '../../../azure/compute/create-machine';
import type { MachineSettings } from '../../../azure/compute/machine-settings';
import type { MachineState } from '../../../azure/compute/machine';
import { orGroupGone } from '../../../azure/connection/failures';
import { isRefused, isStatus, UpstreamFailure } from '../../../azure/connection/upstream-failure';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight, seen } from '../../../facts';
import { Problem } from '../../../problem';
import { checkJourney } from '../machine/check-machine';
import { haveMoved, isWhole } from '../journey/find-chain';
import { readJourney, readStandingJourney, type Journey } from '../journey/journey';
import { groupIdOf, machineIdOf, ownNameOf, requireSubnet } from '../journey/machine-place';
import { readToldSettings, tagsFor } from '../settings/old-and-new';
import { DONE, hiddenState, isDone, LATER, state, type State } from './state';
import { takeAlong } from './taken-along';

/** What a machine that is not there yet waits for. */
export function machineToMake(disks: State, keys: State): State {
  if (!isDone(disks) && disks.state !== 'hidden') return LATER;
  if (keys.state === 'hidden') return hiddenState(keys.needs);
  if (!isDone(keys)) return LATER;
  if (disks.state === 'hidden') return { ...state('hidden', 'disks-out-of-sight', 'create-machine'), needs: disks.needs };
  return state('ready', null, 'create-machine');
}

/** Keys may be taken away again after the machine was made. */
export function machineStep({ provisioning }: MachineState): State {
  if (provisioning === 'done') return DONE;
  if (provisioning === 'deleting') return state('running', 'machine-deleting');
  return provisioning === 'failed' ? state('failed', 'machine-failed', 'create-machine') : state('running', 'machine-running');
}

/**
 * Makes the machine of the restored disks. A restore has one machine: where the disks have theirs already, that is the answer, whatever
 * is asked for. One that could not start is given the keys as they are now, and started.
 */
export async function createRestoredMachine(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  draft: MachineDraft,
): Promise<{ machineId: VmId }> {
  const journey = await readStandingJourney(session, vault, jobId);
  const { point, encrypted, held, chain } = journey;
  const [disks, machine] = [seen(journey.disks), seen(journey.machine)];
  if (machine?.provisioning === 'deleting') throw new Problem('restore-in-use');
  if (machine && machine.provisioning !== 'failed') return { machineId: vmId.parse(machine.id) };
  const osType = point?.osType;
  if (!machine && inSight(journey.missing, []).length > 0) throw new Problem('disks-not-restored');
  if (!point) throw new Problem('recovery-point-not-found');
  if (disks.length === 0 || (osType !== 'Windows' && osType !== 'Linux')) throw new Problem('disks-not-restored');
  if (encrypted !== false && (!chain || !isWhole(chain))) throw new Problem('keys-not-verified');
  if (!machine) {
    const fault = await faultOf(session, journey, draft);
    if (fault !== undefined) return { machineId: await madeMeanwhile(session, vault, jobId, fault) };
  }
  const isDual = held?.pass === 'dual';
  if (chain && !isDual && haveMoved(held, chain)) await moveKeys(session, journey, chain);
  if (machine) {
    await startAgain(session, machine.id, isDual ? chain : null);
    return { machineId: vmId.parse(machine.id) };
  }
  const location = journey.pairedRegion ?? (await vaultLocation(session, vault));
  const told = await readToldSettings(session, journey);
  const isolated = journey.isolation !== null;
  const apart = isolated || draft.withoutProximityGroup === true;
  const making = { subscriptionId: vault.subscriptionId, location, size: draft.size, disks, encrypted, apart };
  const wanted = {
    id: machineIdOf(vault, draft),
    jobId,
    ownName: ownNameOf(journey, draft),
    groupId: groupIdOf(vault, draft),
    location,
    size: draft.size,
    subnetId: draft.subnetId,
    publicIp: draft.publicIp,
    osType,
    disks,
    modelKeys: isDual ? chain : null,
    ...fromSystem(told, disks),
    features: await takeAlong(session, told, making),
    tags: tagsFor(journey, told, draft),
    bootDiagnostics: isolated,
  };
  try {
    await createMachine(session, wanted, () =>
      findMade(session, vault, jobId).then(
        (id) => id !== null,
        () => false,
      ),
    );
    return { machineId: wanted.id };
  } catch (error) {
    // Another order may have been faster, under this name or with these disks, and have removed what this one had made by then.
    if (!(error instanceof UpstreamFailure) || error.kind !== 'refused' || (error.details.status ?? 500) >= 500) throw error;
    const machineId = await findMade(session, vault, jobId);
    if (machineId === null) throw inOurWords(error);
    await removeInVain(session, wanted, machineId);
    return { machineId };
  }
}

/** What is not there is what the machine is to be made in, or of: the restore is. */
function inOurWords(error: UpstreamFailure): unknown {
  if (isStatus(error, 412)) return refusalOf('name-taken');
  if (!isStatus(error, 404) || isRefused(error, 'ResourceGroupNotFound')) return orGroupGone(error);
  const { azureCode, azureMessage } = error.details;
  return new Problem('machine-refused', { azureCode, azureMessage: sanitise(azureMessage), cause: error });
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

async function faultOf(session: AzureSession, journey: Journey, draft: MachineDraft) {
  requireSubnet(journey.vault, draft);
  const [fault] = await checkJourney(session, journey, draft);
  return fault;
}

/** What stands in the way may be the machine itself, which another order has made since the disks were looked at. @throws machine-name-taken, machine-refused */
async function madeMeanwhile(session: AzureSession, vault: VaultPath, jobId: string, fault: MachineCheck): Promise<VmId> {
  const made = await findMade(session, vault, jobId);
  if (made === null) throw refusalOf(fault);
  return made;
}

async function findMade(session: AzureSession, vault: VaultPath, jobId: string): Promise<VmId | null> {
  session.forget();
  const machine = seen((await readJourney(session, vault, jobId)).machine);
  // How it goes on, and why where it failed, is shown of the machine itself.
  return machine && machine.provisioning !== 'deleting' ? vmId.parse(machine.id) : null;
}

const refusalOf = (fault: MachineCheck) =>
  fault === 'name-taken' ? new Problem('machine-name-taken', { fields: ['machine.name'] }) : new Problem('machine-refused');

/**
 * Disks encrypted without an Entra application carry the URLs of their keys; these change when keys were put back. Of VHDs that of the
 * system alone carries them. Source: https://learn.microsoft.com/azure/backup/backup-azure-vms-automation
 */
async function moveKeys(session: AzureSession, { disks }: Journey, chain: KeyChain): Promise<void> {
  const changed = seen(disks).flatMap(({ id, encrypted }) => (id !== null && encrypted ? [id] : []));
  const vhd = seen(disks).find(({ lun }) => lun === null)?.url ?? null;
  if (vhd !== null) await changeVhdKeys(session, vhd, chain);
  for (const id of changed) await changeDiskKeys(session, id, chain);
  for (const id of changed) await untilDiskChanged(session, id);
}

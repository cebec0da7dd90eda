import type { MachineCheck, MachineDraft, VaultPath, VmId } from '@tresor/contracts';
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
import type { MachineState } from '../../../azure/compute/machine';
import { orGroupGone } from '../../../azure/connection/failures';
import { isRefused, isStatus, UpstreamFailure } from '../../../azure/connection/upstream-failure';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { inSight, seen } from '../../../facts';
import { Problem } from '../../../problem';
import { checkJourney } from '../machine/check-machine';
import { haveMoved, isWhole } from '../journey/find-chain';
import { readJourney, readStandingJourney, type Journey } from '../journey/journey';
import { requireSubnet } from '../journey/machine-place';
import { describeMachine, type MachineParts } from './describe-machine';
import { DONE, hiddenState, isDone, LATER, state, type State } from './state';

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
  const [disks, machine] = [seen(journey.disks), seen(journey.machine)];
  if (machine?.provisioning === 'deleting') throw new Problem('restore-in-use');
  if (machine && machine.provisioning !== 'failed') return { machineId: vmId.parse(machine.id) };
  const parts = requireParts(journey, disks, machine);
  const machineId = machine ? await startWithKeys(session, journey, parts, machine) : await makeOfParts(session, journey, parts, draft);
  return { machineId };
}

/** What a machine is made of. One that is there has its disks. @throws disks-not-restored, recovery-point-not-found, keys-not-verified */
function requireParts(journey: Journey, disks: RestoredDisk[], machine: MachineState | null): MachineParts {
  const { point, encrypted, held, chain } = journey;
  if (!machine && inSight(journey.missing, []).length > 0) throw new Problem('disks-not-restored');
  if (!point) throw new Problem('recovery-point-not-found');
  const { osType } = point;
  if (disks.length === 0 || (osType !== 'Windows' && osType !== 'Linux')) throw new Problem('disks-not-restored');
  if (encrypted !== false && (!chain || !isWhole(chain))) throw new Problem('keys-not-verified');
  return { disks, osType, modelKeys: held?.pass === 'dual' ? chain : null };
}

async function startWithKeys(session: AzureSession, journey: Journey, { modelKeys }: MachineParts, { id }: MachineState): Promise<VmId> {
  await moveKeys(session, journey);
  await startAgain(session, id, modelKeys);
  return vmId.parse(id);
}

async function makeOfParts(session: AzureSession, journey: Journey, parts: MachineParts, draft: MachineDraft): Promise<VmId> {
  requireSubnet(journey.vault, draft);
  const [fault] = await checkJourney(session, journey, draft);
  if (fault !== undefined) return madeMeanwhile(session, journey, fault);
  await moveKeys(session, journey);
  const wanted = await describeMachine(session, journey, parts, draft);
  try {
    await createMachine(session, wanted, () => isMade(session, journey));
    return wanted.id;
  } catch (error) {
    return madeByAnother(session, journey, wanted, error);
  }
}

/** What stands in the way may be the machine itself, which another order has made since the disks were looked at. @throws machine-name-taken, machine-refused */
async function madeMeanwhile(session: AzureSession, journey: Journey, fault: MachineCheck): Promise<VmId> {
  const made = await findMade(session, journey);
  if (made === null) throw refusalOf(fault);
  return made;
}

/** Another order may have been faster, under this name or with these disks, and have removed what this one had made by then. */
async function madeByAnother(session: AzureSession, journey: Journey, wanted: NewMachine, error: unknown): Promise<VmId> {
  if (!(error instanceof UpstreamFailure) || error.kind !== 'refused' || (error.details.status ?? 500) >= 500) throw error;
  const machineId = await findMade(session, journey);
  if (machineId === null) throw inOurWords(error);
  await removeInVain(session, wanted, machineId);
  return machineId;
}

/** Where nobody can tell now, as if it were not. */
const isMade = (session: AzureSession, journey: Journey): Promise<boolean> =>
  findMade(session, journey).then(
    (id) => id !== null,
    () => false,
  );

async function findMade(session: AzureSession, { vault, jobId }: Journey): Promise<VmId | null> {
  session.forget();
  const machine = seen((await readJourney(session, vault, jobId)).machine);
  // How it goes on, and why where it failed, is shown of the machine itself.
  return machine && machine.provisioning !== 'deleting' ? vmId.parse(machine.id) : null;
}

/** What is not there is what the machine is to be made in, or of: the restore is. */
function inOurWords(error: UpstreamFailure): unknown {
  if (isStatus(error, 412)) return refusalOf('name-taken');
  if (!isStatus(error, 404) || isRefused(error, 'ResourceGroupNotFound')) return orGroupGone(error);
  const { azureCode, azureMessage } = error.details;
  return new Problem('machine-refused', { azureCode, azureMessage: sanitise(azureMessage), cause: error });
}

const refusalOf = (fault: MachineCheck) =>
  fault === 'name-taken' ? new Problem('machine-name-taken', { fields: ['machine.name'] }) : new Problem('machine-refused');

/**
 * Disks encrypted without an Entra application carry the URLs of their keys; these change when keys were put back. Of VHDs that of the
 * system alone carries them. Source: https://learn.microsoft.com/azure/backup/backup-azure-vms-automation
 */
async function moveKeys(session: AzureSession, { disks, held, chain }: Journey): Promise<void> {
  if (!chain || held?.pass === 'dual' || !haveMoved(held, chain)) return;
  const changed = seen(disks).flatMap(({ id, encrypted }) => (id !== null && encrypted ? [id] : []));
  const vhd = seen(disks).find(({ lun }) => lun === null)?.url ?? null;
  if (vhd !== null) await changeVhdKeys(session, vhd, chain);
  for (const id of changed) await changeDiskKeys(session, id, chain);
  for (const id of changed) await untilDiskChanged(session, id);
}

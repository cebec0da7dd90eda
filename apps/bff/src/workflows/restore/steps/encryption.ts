import type { Fact, OpenDisks, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import { readClientId } from '../../../azure/compute/encryption-application';
import { applyEncryption, type EncryptionApplication } from '../../../azure/compute/encryption-extension';
import type { MachineState } from '../../../azure/compute/machine';
import { readMachineSettings } from '../../../azure/compute/machine-settings';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight, known, seen } from '../../../facts';
import { Problem } from '../../../problem';
import type { CommandRecord } from '../../record/command-record';
import { requireRights } from '../../rights/held-rights';
import { isWhole } from '../journey/find-chain';
import type { Journey } from '../journey/journey';
import { requireStanding } from '../journey/journey';
import type { ToldDisks } from '../journey/open-disks';
import { readToldJourney } from '../journey/plain-disks';
import { DONE, isDone, NOT_NEEDED, state, type State } from './state';

/** A machine whose agent is silent for so long asks for its recovery key, or does not start. */
const SILENCE_SECONDS = 1_800;

/** Where the encryption of the new machine stands. */
export function encryptionStep(encrypted: boolean | null, machine: MachineState | null, open: ToldDisks): State {
  if (encrypted === false || !machine) return NOT_NEEDED;
  if (encrypted === null && !(machine.agentReady && machine.plainDisks.length === 0)) return state('blocked', 'encryption-unknown');
  const running = state('running', 'encryption-running');
  if (machine.extension === 'running') return running;
  // Who looked since and says that the disks of which Azure does not tell were plain did not need what failed.
  if (machine.extension === 'failed' && !isSaidPlain(open)) return state('failed', 'encryption-failed', 'renew-encryption');
  if (machine.isOff) return state('failed', 'machine-stopped');
  if (!machine.agentReady) return machine.secondsWithoutAgent > SILENCE_SECONDS ? state('failed', 'agent-silent') : running;
  if (isAsItWas(open)) return DONE;
  // It ran and the disks are as before: to run it once more changes nothing either.
  if (machine.extension === 'done') return state('failed', 'encryption-no-effect');
  if (open.encrypted.length === 0) return state('ready', 'disks-untold', 'renew-encryption');
  return state('ready', takesPlain(open) ? 'first-encryption' : null, 'renew-encryption');
}

const isAsItWas = ({ encrypted, untold }: OpenDisks) => encrypted.length + untold.length === 0;

const isSaidPlain = (open: ToldDisks) => open.said.length > 0 && isAsItWas(open);

/** The extension takes all data disks or none. */
export const takesPlain = ({ untold, plain }: OpenDisks) => untold.length + plain.length > 0;

/**
 * Whether the new machine runs with its disks unlocked, as far as Azure or a person who looked tells. Until then what brought it back may be
 * needed once more.
 */
export const isVerified = (encrypted: boolean | null, machine: MachineState | null, open: ToldDisks): boolean =>
  machine?.provisioning === 'done' && isDone(encryptionStep(encrypted, machine, open));

/** Without a client id: that of the extension of the old machine, or of the new one. */
type GivenApplication = Omit<EncryptionApplication, 'clientId'> & { clientId: string | null };

/** What the old machine signed in as, while it stands; else what the new one was last given. */
export async function clientIdOf(session: AzureSession, { held, oldId, machine }: Journey): Promise<Fact<string | null>> {
  if (held?.pass !== 'dual') return known(null);
  const ofOld = await readClientId(session, oldId);
  const made = inSight(machine, null);
  return ofOld.state === 'known' && ofOld.value === null && made ? readClientId(session, made.id) : ofOld;
}

async function applicationOf(session: AzureSession, journey: Journey, given: GivenApplication | null): Promise<EncryptionApplication> {
  const clientId = given && (given.clientId ?? inSight(await clientIdOf(session, journey), null));
  if (!given || clientId === null) throw new Problem('encryption-application-needed');
  return { clientId, clientSecret: given.clientSecret };
}

interface Application {
  application: GivenApplication | null;
  /** Whether disks may be encrypted that were plain, or may have been. */
  encryptPlain: boolean;
}

/** Applies disk encryption again where a disk that was encrypted does not count as it, or may not, or the last attempt failed. */
export async function renewEncryption(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  { application, encryptPlain }: Application,
): Promise<{ state: 'started' | 'not-needed' }> {
  const journey = requireStanding(await readToldJourney(record, session, vault, jobId));
  const { machine: made, point, encrypted, held, chain, open } = journey;
  const machine = seen(made);
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  if (encrypted === false || point?.osType === 'unknown') return { state: 'not-needed' };
  if (machine.extension === 'running') return { state: 'started' };
  const isTakenBack = encryptPlain && open.said.length > 0;
  if (isAsItWas(open) && machine.extension !== 'failed' && !isTakenBack) return { state: 'not-needed' };
  if (takesPlain(open) && !encryptPlain) throw new Problem('encryption-unconfirmed');
  if (!point) throw new Problem('recovery-point-not-found');
  if (!chain || !isWhole(chain)) throw new Problem('keys-not-verified');
  const signsInAs = held?.pass === 'dual' ? await applicationOf(session, journey, application) : null;
  const settings = await readMachineSettings(session, machine.id);
  await applyEncryption(session, {
    machineId: machine.id,
    location: journey.pairedRegion ?? (await vaultLocation(session, vault)),
    osType: point.osType,
    chain,
    application: signsInAs,
    tags: typeof settings === 'object' ? settings.tags : {},
  });
  return { state: 'started' };
}

/** Lets somebody say that disks were not encrypted of which Azure does not say it: who could encrypt them, and sees what Azure tells. The record of the command keeps it. */
export async function confirmPlainDisks(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  disks: readonly string[],
): Promise<{ state: 'confirmed' }> {
  const { machine: made, disks: restored, open } = await readToldJourney(record, session, vault, jobId);
  seen(restored);
  const machine = seen(made);
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  await requireRights(session, 'renew-encryption', { machine: machine.id });
  const untold = [...open.untold, ...open.said.flatMap((said) => said.disks)];
  if (!disks.every((disk) => untold.includes(disk))) throw new Problem('disks-told');
  return { state: 'confirmed' };
}

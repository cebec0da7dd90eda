import { createHash } from 'node:crypto';
import { machinePath, type MachineProof, type MachineScreen } from '@tresor/contracts';
import { readScreen } from '../../../azure/compute/boot-diagnostics';
import { readBootStatuses } from '../../../azure/compute/boot-statuses';
import { readEncryptedMachine } from '../../../azure/compute/encrypted-machine';
import { parseArmId } from '../../../azure/connection/arm-id';
import { unlessHidden } from '../../../azure/connection/upstream-failure';
import { inSight } from '../../../facts';
import { MOST_PICTURE_BYTES } from '../../../store/bounds';
import type { RecoveryMachineRecord } from '../../../store/recovery-plans';
import { readJourney } from '../../restore/journey/journey';
import { vaultOf } from '../machine-key';
import type { RecoveryInHand } from '../recovery-in-hand';

/** What Azure tells of the machine that a restore made, while it still stands; null where there is none, or nobody may look. */
export async function proveMachine(hand: RecoveryInHand, { item, jobId }: RecoveryMachineRecord): Promise<MachineProof | null> {
  const { session } = hand;
  if (jobId === null) return null;
  const machineId = inSight((await readJourney(session, vaultOf(item), jobId)).machineId, null);
  const { subscriptionId, resourceGroup: vmGroup, name: vmName } = parseArmId(machineId ?? '') ?? {};
  const path = machinePath.safeParse({ subscriptionId, vmGroup, vmName }).data;
  if (machineId === null || !path) return null;
  const reading = Promise.all([readEncryptedMachine(session, path), readBootStatuses(session, path), keepScreen(hand, machineId)]);
  const read = await unlessHidden(reading, null);
  if (read === null) return null;
  const [{ agent, disks }, statuses, screen] = read;
  return {
    at: session.now().toISOString(),
    machineId,
    agentReady: agent?.state === 'ready',
    disks: disks.map(({ name, role, state }) => ({ name, role, state })),
    hasScreenshot: screen.state === 'unseen' ? null : screen.state !== 'none',
    screen,
    statuses,
  };
}

/** The picture is kept before anything is said of it: what the record names is there. */
async function keepScreen({ run, session }: RecoveryInHand, machineId: string): Promise<MachineScreen> {
  const screen = await readScreen(session, machineId, MOST_PICTURE_BYTES);
  if (screen.state !== 'there') return screen;
  const { type, bytes } = screen;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const isKept = await run.tools.screens.keep(run.lease.id, { sha256, type, bytes });
  return isKept ? { state: 'kept', sha256, type, bytes: bytes.length } : { state: 'no-room' };
}

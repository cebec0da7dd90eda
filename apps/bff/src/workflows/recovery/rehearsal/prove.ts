import { machinePath, type MachineProof } from '@tresor/contracts';
import { hasScreenshot } from '../../../azure/compute/boot-diagnostics';
import { readEncryptedMachine } from '../../../azure/compute/encrypted-machine';
import { parseArmId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { inSight } from '../../../facts';
import type { RecoveryMachineRecord } from '../../../store/recovery-plans';
import { readJourney } from '../../restore/journey/journey';
import { vaultOf } from '../machine-key';

/** What Azure tells of the machine that a restore made, while it still stands; null where there is none, or nobody may look. */
export async function proveMachine(session: AzureSession, { item, jobId }: RecoveryMachineRecord): Promise<MachineProof | null> {
  if (jobId === null) return null;
  const machineId = inSight((await readJourney(session, vaultOf(item), jobId)).machineId, null);
  const { subscriptionId, resourceGroup: vmGroup, name: vmName } = parseArmId(machineId ?? '') ?? {};
  const path = machinePath.safeParse({ subscriptionId, vmGroup, vmName }).data;
  if (machineId === null || !path) return null;
  try {
    const [{ agent, disks }, screenshot] = await Promise.all([readEncryptedMachine(session, path), hasScreenshot(session, machineId)]);
    return {
      at: session.now().toISOString(),
      machineId,
      agentReady: agent?.state === 'ready',
      disks: disks.map(({ name, role, state }) => ({ name, role, state })),
      hasScreenshot: screenshot,
    };
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return null;
    throw error;
  }
}

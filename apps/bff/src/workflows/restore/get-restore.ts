import type { Restore, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { haveMoved } from './find-chain';
import { readJourney, type Journey } from './journey';
import { stepsOf } from './steps';
import { triedSteps } from './tried-steps';

export async function getRestore(session: AzureSession, vault: VaultPath, jobId: string): Promise<Restore> {
  return toRestore(await readJourney(session, vault, jobId));
}

function toRestore(journey: Journey): Restore {
  const { jobId, status, startTime, item, bag, point, held, chain, disks, machine, protection, policyName, leftovers } = journey;
  const encrypted = point?.encrypted ?? false;
  const steps = stepsOf({ status, encrypted, chain, machine, protection, leftovers, disksVisible: disks.length > 0 });
  return {
    jobId,
    vmId: vmIdOf(item),
    vmName: item.vmName,
    vmGroup: item.vmGroup,
    startTime,
    recoveryPointId: point?.id ?? null,
    recoveryPointTime: point?.time ?? bag.pointTime,
    osType: point?.osType ?? 'unknown',
    encrypted,
    managedDisks: bag.targetGroup !== null,
    pass: held?.pass ?? null,
    storageAccountName: bag.storageAccountName,
    targetGroup: bag.targetGroup,
    progressPercentage: journey.progress,
    disks: disks.map(({ name, url }) => url ?? name),
    keyChain: chain,
    keysMoved: chain !== null && haveMoved(held, chain),
    machineId: machine?.id ?? null,
    policyName,
    leftovers,
    steps,
    tried: triedSteps(steps, journey),
  };
}

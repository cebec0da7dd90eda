import type { Restore, VaultPath } from '@tresor/contracts';
import type { Edition, RuleId } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { haveMoved } from './find-chain';
import { judgeForReader } from './judge-restored';
import { readJourney, type Journey } from './journey';
import { stepsOf } from './steps';
import { triedSteps } from './tried-steps';

/** `edition`: whose rules the new machine is held against before it is protected; undefined: none. */
export async function getRestore(session: AzureSession, vault: VaultPath, jobId: string, edition?: Edition): Promise<Restore> {
  const journey = await readJourney(session, vault, jobId);
  const { machine, protection, held, chain } = journey;
  const isUnprotected = machine?.provisioning === 'done' && (protection.state === 'none' || protection.state === 'stopped');
  const isJudged = isUnprotected && edition !== undefined;
  return toRestore(journey, isJudged ? await judgeForReader(session, { vault, machine, held, chain }, edition) : null);
}

function toRestore(journey: Journey, ruleId: RuleId | null): Restore {
  const { jobId, status, startTime, item, bag, point, held, chain, disks, machine, protection, policyName, leftovers } = journey;
  const encrypted = point?.encrypted ?? false;
  const steps = stepsOf({
    status,
    encrypted,
    chain,
    machine,
    protection: protection.state,
    protectionRule: ruleId,
    leftovers,
    disksVisible: disks.length > 0,
  });
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
    protection: { ruleId, newestPoint: protection.newestPoint, jobId: protection.jobId },
    leftovers,
    steps,
    tried: triedSteps(steps, journey),
  };
}

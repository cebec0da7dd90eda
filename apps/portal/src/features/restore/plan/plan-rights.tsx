import type { PlanAnswers, Restore, VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { isKeyVaultId, isResourceGroupName, isSubnetId } from '../../../api/known-ids';
import { useBarred } from '../../../azure/rights/use-barred';

interface PlanRightsProps {
  path: VaultPath;
  restore: Restore;
  answers: PlanAnswers;
  lacking: readonly StepId[];
}

/** Of the rights that a plan lacks: where, the smallest role that has them, and whether it only has to be activated. */
export function PlanRights({ path, restore, answers: { machine, keys }, lacking }: PlanRightsProps) {
  const keyVaultIds = keys?.way === 'restore' ? [keys.keyVaultId].filter(isKeyVaultId) : [];
  const barred = useBarred(path, {
    groups: [machine.group, ...(keys?.way === 'create' ? [keys.group] : [])].filter(isResourceGroupName),
    subnetIds: [machine.subnetId].filter(isSubnetId),
    keyVaultIds,
  });
  // The disks need not be where the machine will stand.
  const barredFromMoving = useBarred(path, { groups: [restore.targetGroup].filter(isResourceGroupName), keyVaultIds });
  const wordsOf = (step: StepId) => (step === 'move-keys' || step === 'move-vhd-keys' ? barredFromMoving(step) : barred(step));
  const words = [...new Set(lacking.flatMap((step) => wordsOf(step) ?? []))];
  return words.map((one) => <p key={one}>{one}</p>);
}

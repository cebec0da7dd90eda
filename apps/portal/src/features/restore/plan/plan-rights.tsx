import type { PlanAnswers, VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { isKeyVaultId, isResourceGroupName, isSubnetId } from '../../../api/known-ids';
import { useBarred } from '../../../azure/rights/use-barred';

interface PlanRightsProps {
  path: VaultPath;
  answers: PlanAnswers;
  lacking: readonly StepId[];
}

/** Of the rights that a plan lacks: where, the smallest role that has them, and whether it only has to be activated. */
export function PlanRights({ path, answers: { machine, keys }, lacking }: PlanRightsProps) {
  const barred = useBarred(path, {
    groups: [machine.group, ...(keys?.way === 'create' ? [keys.group] : [])].filter(isResourceGroupName),
    subnetIds: [machine.subnetId].filter(isSubnetId),
    keyVaultIds: keys?.way === 'restore' ? [keys.keyVaultId].filter(isKeyVaultId) : [],
  });
  const words = [...new Set(lacking.flatMap((step) => barred(step) ?? []))];
  return words.map((one) => <p key={one}>{one}</p>);
}

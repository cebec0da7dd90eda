import { restoreStep, type ItemPath, type StepOutlook } from '@tresor/contracts';
import type { PolicyJudge } from '../../azure/azure-policy';
import { byHand } from '../../azure/compute/old-tags';
import type { AzureSession } from '../../azure/connection/azure';
import { isolatedSubnetId, isolationOf } from '../../azure/network/isolated-network';
import { vaultLocation } from '../../azure/vaults/vaults';
import type { RecoveryRecord } from '../../store/recovery-plans';
import type { JudgedPoint } from '../restore/choose/recovery-points';
import type { StepsAhead } from '../restore/outlook/outlook';
import { policiesAhead } from '../restore/outlook/policies-ahead';
import { diskGroupOf, groupOf, type Targeted } from './disk-places';

/** Nobody has rights in a group that is still to be made: only what policies will forbid in it can be told. */
export async function isolatedSteps(
  session: AzureSession,
  item: ItemPath,
  { point, found }: JudgedPoint,
  { plan, judge }: { plan: Targeted & Pick<RecoveryRecord, 'edition'>; judge: PolicyJudge },
): Promise<StepsAhead> {
  const location = await vaultLocation(session, item);
  const group = `/subscriptions/${item.subscriptionId}/resourceGroups/${groupOf(item, plan)}`;
  const chain = found?.chain ?? null;
  const tags = byHand(plan.target.addedTags);
  const { denied, areSeen } = await policiesAhead(
    session,
    {
      item,
      location,
      group,
      diskGroup: diskGroupOf(item, plan) === null ? null : group,
      subnetId: isolatedSubnetId({ groupId: group, location }),
      keyVault: chain && { group, original: chain.secret.keyVaultId },
      chain,
      point,
      tags,
      isolation: isolationOf(groupOf(item, plan)),
    },
    judge,
  );
  const steps = restoreStep.options.flatMap((step): StepOutlook[] => {
    const policies = denied[step];
    return policies === undefined ? [] : [{ step, state: 'disallowed', missing: [], needs: [], ruleId: null, policies }];
  });
  return { steps, arePoliciesSeen: areSeen };
}

import type { PoliciesInTheWay, SubscriptionId } from '@tresor/contracts';
import { judgeTogether, policyJudge } from '../../azure/azure-policy';
import { API_VERSIONS } from '../../azure/connection/api-versions';
import type { AzureSession } from '../../azure/connection/azure';
import { vaultBody, type NewVault } from '../../azure/vaults/write-vault';

interface PlannedVault extends NewVault {
  subscriptionId: SubscriptionId;
  resourceGroup: string;
  newResourceGroup: boolean;
}

/** Which policies (Azure Policy) will forbid a vault as its form makes it, or the resource group that is made first. */
export function policiesOfNewVault(session: AzureSession, planned: PlannedVault): Promise<PoliciesInTheWay> {
  const { subscriptionId, resourceGroup, newResourceGroup, ...vault } = planned;
  const subscription = `/subscriptions/${subscriptionId}`;
  const group = `${subscription}/resourceGroups/${resourceGroup}`;
  const newGroup = {
    scope: subscription,
    type: 'Microsoft.Resources/subscriptions/resourceGroups',
    apiVersion: API_VERSIONS.resources,
    body: { location: vault.location },
  };
  const newVault = {
    ...(newResourceGroup ? { scope: subscription, parent: group } : { scope: group }),
    type: 'Microsoft.RecoveryServices/vaults',
    apiVersion: API_VERSIONS.vaults,
    body: vaultBody(vault),
  };
  return judgeTogether(policyJudge(session), newResourceGroup ? [newGroup, newVault] : [newVault]);
}

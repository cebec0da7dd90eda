import { join, ps, sh, type Code } from '../writing';
import type { Shell } from './encryption';

/** A vault whose alerts reach nobody. */
export interface SilentVault {
  subscriptionId: string;
  resourceGroup: string;
  vaultName: string;
  /** Whether it raises no alert when a job fails. */
  isOff: boolean;
}

const GROUP = 'tresor-backup-alerts';
const SHORT_NAME = 'backup';
const RULE = 'tresor-backup-alerts';

const lines = (pieces: readonly Code[]) => join(pieces, '\n');

const idOf = ({ subscriptionId, resourceGroup, vaultName }: SilentVault) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vaultName}`;

/** One action group and one rule of one subscription; both lie in the group of its first vault. */
function azOf(vaults: readonly SilentVault[], place: SilentVault, address: string): Code {
  return lines([
    sh`az account set --subscription ${place.subscriptionId}`,
    ...vaults
      .filter(({ isOff }) => isOff)
      .map(
        ({ resourceGroup, vaultName }) =>
          sh`az backup vault backup-properties set --resource-group ${resourceGroup} --name ${vaultName} --job-failure-alerts Enable`,
      ),
    sh`group=$(az monitor action-group create --resource-group ${place.resourceGroup} --name ${GROUP} --short-name ${SHORT_NAME} --action email ${address} ${address} --query id --output tsv)`,
    sh`az monitor alert-processing-rule create --resource-group ${place.resourceGroup} --name ${RULE} --rule-type AddActionGroups --action-groups "$group" --scopes ${join(
      vaults.map((vault) => sh`${idOf(vault)}`),
      ' ',
    )}`,
  ]);
}

function psOf(vaults: readonly SilentVault[], place: SilentVault, address: string): Code {
  return lines([
    ps`Set-AzContext -Subscription ${place.subscriptionId} | Out-Null`,
    ...vaults
      .filter(({ isOff }) => isOff)
      .map(
        ({ resourceGroup, vaultName }) =>
          ps`Update-AzRecoveryServicesVault -ResourceGroupName ${resourceGroup} -Name ${vaultName} -DisableAzureMonitorAlertsForJobFailure $false`,
      ),
    ps`$receiver = New-AzActionGroupEmailReceiverObject -EmailAddress ${address} -Name ${address}`,
    ps`$group = New-AzActionGroup -ResourceGroupName ${place.resourceGroup} -Name ${GROUP} -GroupShortName ${SHORT_NAME} -Location Global -EmailReceiver $receiver -Enabled`,
    ps`Set-AzAlertProcessingRule -ResourceGroupName ${place.resourceGroup} -Name ${RULE} -AlertProcessingRuleType AddActionGroups -ActionGroupId $group.Id -Scope @(${join(
      vaults.map((vault) => ps`${idOf(vault)}`),
      ', ',
    )})`,
  ]);
}

/**
 * Tells an address of all alerts of these vaults: an action group, and a rule that adds it, in each subscription, for a rule reaches no
 * further. Source: https://learn.microsoft.com/azure/backup/backup-azure-monitoring-built-in-monitor. Throws UnwritableValueError.
 */
export function alertScript(shell: Shell, vaults: readonly SilentVault[], address: string): string {
  const subscriptions = new Set(vaults.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
  const parts = [...subscriptions].flatMap((subscription) => {
    const own = vaults.filter(({ subscriptionId }) => subscriptionId.toLowerCase() === subscription);
    const [place] = own;
    return place === undefined ? [] : [(shell === 'az' ? azOf : psOf)(own, place, address).text];
  });
  return `${parts.join('\n\n')}\n`;
}

import { inSubscription } from '../bash';
import { ps, sh, type Code } from '../writing';
import { untilFailure, type Shell } from './until-failure';

/** A vault whose alerts reach nobody. */
export interface SilentVault {
  subscriptionId: string;
  resourceGroup: string;
  vaultName: string;
  /** Whether it raises no alert when a job fails. */
  isOff: boolean;
}

const SHORT_NAME = 'backup';

/** Of the action group and the rule of one vault alone: a shared one would be written over when another vault's turn comes. */
const nameFor = ({ vaultName }: SilentVault) => `tresor-backup-alerts-${vaultName}`;

const idOf = ({ subscriptionId, resourceGroup, vaultName }: SilentVault) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vaultName}`;

/** Both lie in the resource group of the vault. */
function azOf(vault: SilentVault, address: string): Code[] {
  const { resourceGroup, vaultName, isOff } = vault;
  const turnOn = sh`az backup vault backup-properties set --resource-group ${resourceGroup} --name ${vaultName} --job-failure-alerts Enable`;
  return [
    ...(isOff ? [turnOn] : []),
    sh`group=$(az monitor action-group create --resource-group ${resourceGroup} --name ${nameFor(vault)} --short-name ${SHORT_NAME} --action email ${address} ${address} --query id --output tsv)`,
    sh`az monitor alert-processing-rule create --resource-group ${resourceGroup} --name ${nameFor(vault)} --rule-type AddActionGroups --action-groups "$group" --scopes ${idOf(vault)}`,
  ];
}

function psOf(vault: SilentVault, address: string): Code[] {
  const { resourceGroup, vaultName, isOff } = vault;
  const turnOn = ps`Update-AzRecoveryServicesVault -ResourceGroupName ${resourceGroup} -Name ${vaultName} -DisableAzureMonitorAlertsForJobFailure $false`;
  return [
    ...(isOff ? [turnOn] : []),
    ps`$receiver = New-AzActionGroupEmailReceiverObject -EmailAddress ${address} -Name ${address}`,
    ps`$group = New-AzActionGroup -ResourceGroupName ${resourceGroup} -Name ${nameFor(vault)} -GroupShortName ${SHORT_NAME} -Location Global -EmailReceiver $receiver -Enabled`,
    ps`Set-AzAlertProcessingRule -ResourceGroupName ${resourceGroup} -Name ${nameFor(vault)} -AlertProcessingRuleType AddActionGroups -ActionGroupId $group.Id -Scope @(${idOf(vault)})`,
  ];
}

/**
 * Tells an address of all alerts of these vaults: for each an action group, and a rule that adds it, in its own subscription, for a rule
 * reaches no further. Source: https://learn.microsoft.com/azure/backup/backup-azure-monitoring-built-in-monitor. Throws
 * UnwritableValueError.
 */
export function alertScript(shell: Shell, vaults: readonly SilentVault[], address: string): string {
  const isAz = shell === 'az';
  const subscriptions = new Set(vaults.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
  const parts = [...subscriptions].flatMap((subscription) => {
    const own = vaults.filter(({ subscriptionId }) => subscriptionId.toLowerCase() === subscription);
    const choose = isAz
      ? [sh`az account set --subscription ${subscription}`, sh`subscription=${subscription}`]
      : [ps`Set-AzContext -Subscription ${subscription} | Out-Null`];
    return [...choose, ...own.flatMap((vault) => (isAz ? azOf : psOf)(vault, address))];
  });
  return `${untilFailure(shell, isAz ? [inSubscription, ...parts] : parts).text}\n`;
}

import { vaultPath, type ManagementGroupName, type VaultAlerts } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { idKey, parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf, type OrderedQuery } from '../machines/resource-graph';
import { subscriptionsInGroup } from '../management-groups';
import { actionGroup, alertRule, reachOf } from './alert-reach';
import { readUnreadable } from './sight';

const VAULT = 'microsoft.recoveryservices/vaults';
const RULE = 'microsoft.alertsmanagement/actionrules';
const GROUP = 'microsoft.insights/actiongroups';

const QUERY: OrderedQuery = `resources
| where type in~ ('${VAULT}', '${RULE}', '${GROUP}')
| project id, name, type = tolower(type), properties,
    failures = tostring(properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures)
| order by id asc`;

const row = z.object({ id: z.string(), name: z.string(), type: z.string(), properties: z.unknown(), failures: z.string().nullish() });
const rows = rowsOf(row);

const NEEDED = ['Microsoft.AlertsManagement/actionRules/read', 'Microsoft.Insights/actionGroups/read'];

/**
 * Of every vault the user may see, or of those in a management group, whom its alerts reach: one query, however many subscriptions there are.
 * What tells people may stand outside the group.
 */
export async function listVaultAlerts(session: AzureSession, managementGroup?: ManagementGroupName): Promise<VaultAlerts[]> {
  const [found, { unreadable }, inside] = await Promise.all([
    queryAll(session, rows, QUERY),
    readUnreadable(session, NEEDED),
    managementGroup && subscriptionsInGroup(session, managementGroup),
  ]);
  const wanted = inside && new Set(inside.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
  const ofType = (type: string) => found.filter((one) => one.type === type);
  const rules = ofType(RULE).map(({ name, properties }) => ({ ...expectBody(alertRule, properties), name }));
  const groups = new Map(ofType(GROUP).map(({ id, properties }) => [idKey(id), expectBody(actionGroup, properties)]));
  const hidden = new Set(unreadable.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
  return ofType(VAULT).flatMap(({ id, failures }) => {
    const { subscriptionId = '', resourceGroup, name: vaultName } = parseArmId(id) ?? {};
    const vault = vaultPath.safeParse({ subscriptionId, resourceGroup, vaultName }).data;
    if (!vault || (wanted && !wanted.has(subscriptionId.toLowerCase()))) return [];
    const reach = reachOf({ vaultId: id, jobFailures: failures || null }, rules, groups);
    // What is not seen may tell somebody, and may take away what is seen.
    return [{ vault, ...reach, ...(reach.state !== 'off' && hidden.has(subscriptionId.toLowerCase()) && { state: 'unseen' as const }) }];
  });
}

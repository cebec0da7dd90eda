import { resourceId } from '../world/arm-ids';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { people } from './people';

const subscription = PRODUCTION_SUBSCRIPTION_ID;
const vault = (group: string, name: string) => resourceId(subscription, group, `Microsoft.RecoveryServices/vaults/${name}`);

function addActionGroup(world: World, name: string, enabled: boolean): string {
  const id = resourceId(subscription, 'NorthRG', `Microsoft.Insights/actionGroups/${name}`);
  const { displayName, username } = people.adele;
  const emailReceivers = [{ name: displayName, emailAddress: username, useCommonAlertSchema: true, status: 'Enabled' }];
  const properties = { groupShortName: 'backup', enabled, emailReceivers };
  world.resources.put({ id, name, type: 'Microsoft.Insights/actionGroups', location: 'Global', properties });
  return id;
}

function addRule(world: World, name: string, scopes: string[], action: Record<string, unknown>): void {
  const id = resourceId(subscription, 'NorthRG', `Microsoft.AlertsManagement/actionRules/${name}`);
  const properties = { scopes, actions: [action], enabled: true };
  world.resources.put({ id, name, type: 'Microsoft.AlertsManagement/actionRules', location: 'Global', properties });
}

const add = (groupId: string) => ({ actionType: 'AddActionGroups', actionGroupIds: [groupId] });

/**
 * Whom the alerts of the vaults reach: those of OperationsVault their administrator, those of NorthVault a group that was turned off, those
 * of DemoVault nobody since a maintenance that was never ended, and those of the others nobody ever.
 */
export function seedAlerts(world: World): void {
  addRule(
    world,
    'notify-operations',
    [vault('OperationsRG', 'OperationsVault')],
    add(addActionGroup(world, 'backup-administrators', true)),
  );
  addRule(world, 'notify-north', [vault('NorthRG', 'NorthVault')], add(addActionGroup(world, 'north-on-call', false)));
  addRule(world, 'maintenance-of-january', [vault('DemoVaultRG', 'DemoVault')], { actionType: 'RemoveAllActionGroups' });
}

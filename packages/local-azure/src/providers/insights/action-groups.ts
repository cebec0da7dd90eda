import { putResource } from '../../arm/resource-handlers';
import { ArmError, type ArmHandler } from '../../arm/route';
import { list, record, text } from '../../world/json';

export const ACTION_GROUP_TYPE = 'Microsoft.Insights/actionGroups';

/** Who can be told, in the service's order. */
const RECEIVERS = [
  'emailReceivers',
  'smsReceivers',
  'webhookReceivers',
  'eventHubReceivers',
  'itsmReceivers',
  'azureAppPushReceivers',
  'automationRunbookReceivers',
  'voiceReceivers',
  'logicAppReceivers',
  'azureFunctionReceivers',
  'armRoleReceivers',
] as const;

const LONGEST_SHORT_NAME = 12;

const badRequest = (message: string) => new ArmError(400, 'BadRequest', message);

/** An address that was named is told until its owner unsubscribes. */
function emailReceiver(given: unknown) {
  const { name, emailAddress, useCommonAlertSchema } = record(given);
  const address = text(emailAddress) ?? '';
  if (!text(name) || !/^[^@\s]+@[^@\s]+$/.test(address)) throw badRequest(`'${address}' is no e-mail address of a receiver.`);
  return { name, emailAddress: address, useCommonAlertSchema: useCommonAlertSchema === true, status: 'Enabled' };
}

/**
 * What of an action group is kept: its short name, whether it is enabled, and its receivers of every kind.
 * Source: https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups, and the files of api-version 2023-01-01.
 * @throws 400 without a short name, with one of more than 12 characters, or with a receiver that has no address
 */
function kept(given: Record<string, unknown>): Record<string, unknown> {
  const groupShortName = text(given['groupShortName']) ?? '';
  if (groupShortName === '' || groupShortName.length > LONGEST_SHORT_NAME) {
    throw badRequest(`groupShortName must have 1 to ${String(LONGEST_SHORT_NAME)} characters.`);
  }
  const receivers = RECEIVERS.map((kind) => [kind, list(given[kind]).map((one) => (kind === 'emailReceivers' ? emailReceiver(one) : one))]);
  return { groupShortName, enabled: given['enabled'] !== false, ...Object.fromEntries(receivers) };
}

export const putActionGroup: ArmHandler = putResource(ACTION_GROUP_TYPE, ({ properties }) => ({
  location: 'Global',
  properties: kept(properties),
}));

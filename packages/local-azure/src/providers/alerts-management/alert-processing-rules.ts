import { putResource } from '../../arm/resource-handlers';
import { ArmError, type ArmHandler } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { list, record, text } from '../../world/json';

export const RULE_TYPE = 'Microsoft.AlertsManagement/actionRules';

const ACTIONS = ['AddActionGroups', 'RemoveAllActionGroups'];

const badRequest = (message: string) => new ArmError(400, 'BadRequest', message);

/**
 * What of a rule is kept: its scopes, all in its own subscription, its one action, conditions and schedule as they were given.
 * Source: https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-processing-rules, and the files of api-version 2021-08-08.
 * @throws 400 without scopes or with one of another subscription, and without an action that there is
 */
function kept(id: string, given: Record<string, unknown>): Record<string, unknown> {
  const scopes = list(given['scopes']).flatMap((one) => text(one) ?? []);
  if (scopes.length === 0) throw badRequest('The alert processing rule must have at least one scope.');
  if (scopes.some((scope) => subscriptionOf(scope).toLowerCase() !== subscriptionOf(id).toLowerCase())) {
    throw badRequest('All scopes of an alert processing rule must be in the subscription of the rule.');
  }
  const actions = list(given['actions']).map(record);
  const [action] = actions;
  if (action === undefined || actions.length > 1 || !ACTIONS.includes(text(action['actionType']) ?? '')) {
    throw badRequest(`The alert processing rule must have one action of the types ${ACTIONS.join(', ')}.`);
  }
  if (action['actionType'] === 'AddActionGroups' && list(action['actionGroupIds']).length === 0) {
    throw badRequest('An action of the type AddActionGroups must name an action group.');
  }
  const { conditions, schedule } = given;
  const description = text(given['description']);
  return {
    scopes,
    ...(conditions !== undefined && { conditions }),
    ...(schedule !== undefined && { schedule }),
    actions,
    ...(description !== undefined && { description }),
    enabled: given['enabled'] !== false,
  };
}

export const putRule: ArmHandler = putResource(RULE_TYPE, ({ id, properties }) => ({
  location: 'Global',
  properties: kept(id, properties),
}));

import { listOperations } from '../../arm/list-operations';
import type { ArmCall, ArmRoute, Invoke } from '../../arm/route';
import * as deployments from './deployments/deployments';
import { whatIf, whatIfResult } from './deployments/what-if';
import { exportGroup } from './export-group';
import { getFeature, listFeatures, registerFeature, unregisterFeature } from './features';
import { deletionResult } from './group-deletion';
import { getProvider, listProviders, registerProvider } from './providers';
import {
  createResourceGroup,
  deleteResourceGroup,
  getResourceGroup,
  headResourceGroup,
  listResourceGroups,
  updateResourceGroup,
} from './resource-groups';
import { listResources } from './resources';
import { getTags, patchTags, putTags } from './tags';
import { getSubscription, listLocations, listSubscriptions, listTenants } from './subscriptions';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{group}`;
const tags = '{scope}/providers/Microsoft.Resources/tags/default';
const features = `${subscription}/providers/Microsoft.Features/providers/{namespace}/features`;
const deploymentAction = 'Microsoft.Resources/deployments';
const groupAction = 'Microsoft.Resources/subscriptions/resourceGroups';

/** Deployments of a group, or of a subscription. */
function deploymentRoutes(scope: string, invoke: Invoke): readonly ArmRoute[] {
  const all = `${scope}/providers/Microsoft.Resources/deployments`;
  const one = `${all}/{deployment}`;
  return [
    ['GET', all, `${deploymentAction}/read`, deployments.listDeployments],
    ['GET', one, `${deploymentAction}/read`, deployments.getDeployment],
    ['HEAD', one, `${deploymentAction}/read`, deployments.headDeployment],
    ['PUT', one, `${deploymentAction}/write`, deployments.putDeployment],
    ['DELETE', one, `${deploymentAction}/delete`, deployments.deleteDeployment],
    ['POST', `${one}/validate`, `${deploymentAction}/validate/action`, deployments.validateDeployment],
    ['POST', `${one}/whatIf`, `${deploymentAction}/whatIf/action`, whatIf(invoke)],
    ['POST', `${one}/cancel`, `${deploymentAction}/cancel/action`, deployments.cancelDeployment],
    ['POST', `${one}/exportTemplate`, `${deploymentAction}/exportTemplate/action`, deployments.exportTemplate],
    ['GET', `${one}/operationStatuses/{operationId}`, `${deploymentAction}/operationstatuses/read`, deployments.getOperationStatus],
    ['GET', `${one}/operations`, `${deploymentAction}/operations/read`, deployments.listOperations],
    ['GET', `${one}/operations/{operationId}`, `${deploymentAction}/operations/read`, deployments.getOperation],
    // Some clients leave the provider out.
    ['GET', `${scope}/deployments`, `${deploymentAction}/read`, deployments.listDeployments],
    ['GET', `${scope}/deployments/{deployment}/operations`, `${deploymentAction}/operations/read`, deployments.listOperations],
    ['GET', `${scope}/deployments/{deployment}/operations/{operationId}`, `${deploymentAction}/operations/read`, deployments.getOperation],
  ];
}

/** GET of what takes a while at a subscription: the deletion of a group, or what a deployment would do. @throws ArmError 404 or 409 */
const getOperationResult = (call: ArmCall) => whatIfResult(call) ?? deletionResult(call);

/** Microsoft.Resources: tenants, subscriptions, providers, groups, lists of whatever is in them, and deployments, which call other providers. */
export const routesWith = (invoke: Invoke): readonly ArmRoute[] => [
  ['GET', '/providers/Microsoft.Resources/operations', null, listOperations('Microsoft.Resources', () => routesWith(invoke))],
  ['GET', '/tenants', null, listTenants],
  ['GET', '/subscriptions', null, listSubscriptions],
  ['GET', subscription, 'Microsoft.Resources/subscriptions/read', getSubscription],
  ['GET', `${subscription}/locations`, null, listLocations],
  ['GET', `${subscription}/providers`, null, listProviders],
  ['GET', `${subscription}/providers/{namespace}`, null, getProvider],
  ['POST', `${subscription}/providers/{namespace}/register`, null, registerProvider],
  ['GET', features, 'Microsoft.Features/features/read', listFeatures],
  ['GET', `${features}/{feature}`, 'Microsoft.Features/providers/features/read', getFeature],
  ['POST', `${features}/{feature}/register`, 'Microsoft.Features/providers/features/register/action', registerFeature],
  ['POST', `${features}/{feature}/unregister`, 'Microsoft.Features/providers/features/unregister/action', unregisterFeature],
  ['GET', `${subscription}/operationresults/{operation}`, null, getOperationResult],
  ['GET', `${subscription}/resourceGroups`, `${groupAction}/read`, listResourceGroups],
  ['GET', group, `${groupAction}/read`, getResourceGroup],
  ['HEAD', group, `${groupAction}/read`, headResourceGroup],
  ['PUT', group, `${groupAction}/write`, createResourceGroup],
  ['PATCH', group, `${groupAction}/write`, updateResourceGroup],
  ['DELETE', group, `${groupAction}/delete`, deleteResourceGroup],
  ['POST', `${group}/exportTemplate`, `${groupAction}/exportTemplate/action`, exportGroup(invoke)],
  ['GET', `${subscription}/resources`, 'Microsoft.Resources/subscriptions/resources/read', listResources],
  ['GET', `${group}/resources`, `${groupAction}/resources/read`, listResources],

  ['GET', tags, 'Microsoft.Resources/tags/read', getTags],
  ['PUT', tags, 'Microsoft.Resources/tags/write', putTags],
  ['PATCH', tags, 'Microsoft.Resources/tags/write', patchTags],

  ...deploymentRoutes(group, invoke),
  ...deploymentRoutes(subscription, invoke),
];

import { listOperations } from '../../arm/list-operations';
import type { ArmRoute } from '../../arm/route';
import * as deployments from './deployments/deployments';
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
const deployment = `${group}/providers/Microsoft.Resources/deployments/{deployment}`;
const tags = '{scope}/providers/Microsoft.Resources/tags/default';
const deploymentAction = 'Microsoft.Resources/deployments';
const groupAction = 'Microsoft.Resources/subscriptions/resourceGroups';

/** Microsoft.Resources: tenants, subscriptions, providers, groups, and lists of whatever is in them. */
export const routes: readonly ArmRoute[] = [
  ['GET', '/providers/Microsoft.Resources/operations', null, listOperations('Microsoft.Resources', () => routes)],
  ['GET', '/tenants', null, listTenants],
  ['GET', '/subscriptions', null, listSubscriptions],
  ['GET', subscription, 'Microsoft.Resources/subscriptions/read', getSubscription],
  ['GET', `${subscription}/locations`, null, listLocations],
  ['GET', `${subscription}/providers`, null, listProviders],
  ['GET', `${subscription}/providers/{namespace}`, null, getProvider],
  [
    'POST',
    `${subscription}/providers/{namespace}/register`,
    'Microsoft.Resources/subscriptions/providers/register/action',
    registerProvider,
  ],
  ['GET', `${subscription}/operationresults/{operation}`, null, deletionResult],
  ['GET', `${subscription}/resourceGroups`, `${groupAction}/read`, listResourceGroups],
  ['GET', group, `${groupAction}/read`, getResourceGroup],
  ['HEAD', group, `${groupAction}/read`, headResourceGroup],
  ['PUT', group, `${groupAction}/write`, createResourceGroup],
  ['PATCH', group, `${groupAction}/write`, updateResourceGroup],
  ['DELETE', group, `${groupAction}/delete`, deleteResourceGroup],
  ['GET', `${subscription}/resources`, 'Microsoft.Resources/subscriptions/resources/read', listResources],
  ['GET', `${group}/resources`, `${groupAction}/resources/read`, listResources],

  ['GET', tags, 'Microsoft.Resources/tags/read', getTags],
  ['PUT', tags, 'Microsoft.Resources/tags/write', putTags],
  ['PATCH', tags, 'Microsoft.Resources/tags/write', patchTags],

  ['GET', `${group}/providers/Microsoft.Resources/deployments`, `${deploymentAction}/read`, deployments.listDeployments],
  ['GET', `${group}/deployments`, `${deploymentAction}/read`, deployments.listDeployments],
  ['GET', deployment, `${deploymentAction}/read`, deployments.getDeployment],
  ['HEAD', deployment, `${deploymentAction}/read`, deployments.headDeployment],
  ['PUT', deployment, `${deploymentAction}/write`, deployments.putDeployment],
  ['DELETE', deployment, `${deploymentAction}/delete`, deployments.deleteDeployment],
  ['POST', `${deployment}/validate`, `${deploymentAction}/validate/action`, deployments.validateDeployment],
  ['POST', `${deployment}/cancel`, `${deploymentAction}/cancel/action`, deployments.cancelDeployment],
  ['POST', `${deployment}/exportTemplate`, `${deploymentAction}/exportTemplate/action`, deployments.exportTemplate],
  ['GET', `${deployment}/operationStatuses/{operationId}`, `${deploymentAction}/operationstatuses/read`, deployments.getOperationStatus],
  ['GET', `${deployment}/operations`, `${deploymentAction}/operations/read`, deployments.listOperations],
  ['GET', `${deployment}/operations/{operationId}`, `${deploymentAction}/operations/read`, deployments.getOperation],
  ['GET', `${group}/deployments/{deployment}/operations`, `${deploymentAction}/operations/read`, deployments.listOperations],
  ['GET', `${group}/deployments/{deployment}/operations/{operationId}`, `${deploymentAction}/operations/read`, deployments.getOperation],
];

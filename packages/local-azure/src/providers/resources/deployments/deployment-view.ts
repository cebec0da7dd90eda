import { createHash } from 'node:crypto';
import { groupOf } from '../../../world/arm-ids';
import type { Deployment, DeploymentOperation } from './deployment-store';

const iso = (moment: number): string => new Date(moment).toISOString().replace('Z', '0000Z');
const duration = (from: number, to: number): string => `PT${((to - from) / 1000).toFixed(1)}S`;

/** A deployment as Azure answers it; secrets among its parameters come back without their value. */
export function deploymentView(deployment: Deployment, now: number): Record<string, unknown> {
  const { id, name, startedAt, endedAt, state, template, shownParameters, templateLink, outputs, operations, error } = deployment;
  const types = [...new Set(operations.map(({ type }) => type))];
  return {
    id,
    name,
    type: 'Microsoft.Resources/deployments',
    ...(groupOf(id) === '' && { location: deployment.location }),
    properties: {
      templateHash: String(createHash('sha256').update(JSON.stringify(template)).digest().readBigUInt64BE()),
      ...(templateLink !== undefined && { templateLink: { uri: templateLink.split('?')[0], contentVersion: template['contentVersion'] } }),
      parameters: shownParameters,
      mode: deployment.mode ?? 'Incremental',
      provisioningState: state,
      timestamp: iso(endedAt ?? startedAt),
      duration: duration(startedAt, endedAt ?? now),
      correlationId: deployment.correlationId,
      providers: providersOf(types, deployment.location),
      dependencies: operations.filter(({ dependsOn }) => dependsOn.length > 0).map((one) => dependencyOf(one, operations)),
      ...(outputs && {
        outputs,
        outputResources: operations.filter(({ deletes }) => !deletes).map(({ id: resourceId }) => ({ id: resourceId })),
      }),
      ...(error && { error }),
    },
  };
}

function providersOf(types: readonly string[], location: string) {
  const namespaces = [...new Set(types.map((type) => type.split('/')[0] ?? ''))];
  return namespaces.map((namespace) => ({
    namespace,
    resourceTypes: types
      .filter((type) => type.startsWith(`${namespace}/`))
      .map((type) => ({ resourceType: type.slice(namespace.length + 1), locations: [location] })),
  }));
}

const shortOf = ({ id, type, name }: DeploymentOperation) => ({ id, resourceType: type, resourceName: name });

const dependencyOf = (operation: DeploymentOperation, all: readonly DeploymentOperation[]) => ({
  dependsOn: operation.dependsOn.flatMap((id) => all.filter((one) => one.id === id).map(shortOf)),
  ...shortOf(operation),
});

/** What happened to one resource of a deployment. */
export function operationView(deployment: Deployment, operation: DeploymentOperation, now: number): Record<string, unknown> {
  const { operationId, state, startedAt = now, endedAt, error, deletes } = operation;
  return {
    id: `${deployment.id}/operations/${operationId}`,
    operationId,
    properties: {
      provisioningOperation: deletes ? 'Delete' : 'Create',
      provisioningState: state,
      timestamp: iso(endedAt ?? startedAt),
      duration: duration(startedAt, endedAt ?? now),
      statusCode:
        state === 'Failed'
          ? error?.code === 'RequestDisallowedByPolicy'
            ? 'Forbidden'
            : 'Conflict'
          : state === 'Succeeded'
            ? 'OK'
            : 'Accepted',
      ...(error && { statusMessage: { status: 'Failed', error } }),
      targetResource: shortOf(operation),
    },
  };
}

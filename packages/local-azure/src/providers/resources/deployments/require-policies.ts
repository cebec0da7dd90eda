import { describedAt, policyRefusal } from '../../../arm/respect-policies';
import { ArmError, type ArmCall, type ErrorContent } from '../../../arm/route';
import { isAnythingAssigned } from '../../../world/policies/policy-assignments';
import { bodyOf, type WantedResource } from '../template/expand';
import { TemplateError } from '../template/template-error';
import { contextOf } from './context';
import type { Deployment } from './deployment-store';
import { readDeployment } from './read-deployment';

/**
 * Refuses a template with a resource that a policy forbids before anything of it is made. What speaks of resources that are not there yet is
 * judged when its turn has come. @throws ArmError 400 InvalidTemplateDeployment
 */
export function requirePolicies(call: ArmCall, deployment: Deployment): void {
  if (!isAnythingAssigned(call.world)) return;
  const details = refusalsOf(call, deployment);
  if (details.length === 0) return;
  const message = 'The template deployment failed because of policy violation. Please see details for more information.';
  throw new ArmError(400, 'InvalidTemplateDeployment', message, {}, { details });
}

const refusalsOf = (call: ArmCall, deployment: Deployment): ErrorContent[] =>
  deployment.operations.flatMap((operation) => {
    const { id, type, apiVersion } = operation;
    const body = knownBody(call, deployment, operation);
    if (body === undefined) return [];
    if (type.toLowerCase() === 'microsoft.resources/deployments') {
      const inner = innerOf({ ...call, path: id, body });
      return inner ? refusalsOf(call, inner) : [];
    }
    const resource = describedAt(id, apiVersion, body);
    return (resource && policyRefusal(call.world, resource, call.principal))?.content ?? [];
  });

/** A deployment inside another; undefined where it cannot be read yet, as one into a group that is still to be made. */
function innerOf(call: ArmCall): Deployment | undefined {
  try {
    return readDeployment(call, call.path);
  } catch (error) {
    if (error instanceof ArmError) return undefined;
    throw error;
  }
}

function knownBody({ world }: ArmCall, deployment: Deployment, operation: WantedResource): Record<string, unknown> | undefined {
  try {
    return bodyOf(contextOf(world, deployment), operation);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

import type { ErrorContent } from '../../../arm/route';
import type { Principal } from '../../../world/directory/principal';
import type { World } from '../../../world/world';
import type { WantedResource } from '../template/expand';

type OperationState = 'Waiting' | 'Running' | 'Succeeded' | 'Failed';

export type DeploymentError = ErrorContent;

/** What a deployment does with resources of its group that its template does not name: leave them, or delete them. */
export type DeploymentMode = 'Incremental' | 'Complete';

/** One resource of a deployment on its way. */
export interface DeploymentOperation extends Omit<WantedResource, 'loop'> {
  operationId: string;
  state: OperationState;
  startedAt?: number;
  endedAt?: number;
  /** Where its provider says how far it is. */
  pollPath?: string;
  error?: DeploymentError;
  /** It is deleted, not made. */
  deletes?: true;
}

/** A deployment with what is left to do of it. Moments are milliseconds since 1970. */
export interface Deployment {
  id: string;
  name: string;
  /** Whose rights everything is done with. */
  principal: Principal;
  correlationId: string;
  statusId: string;
  /** Region of the group or, at a subscription, that which the caller named. */
  location: string;
  /** Incremental where nothing is said. */
  mode?: DeploymentMode;
  template: Record<string, unknown>;
  /** As given, values that are secret left out. */
  shownParameters: Record<string, unknown>;
  parameters: Record<string, unknown>;
  templateLink?: string;
  startedAt: number;
  endedAt?: number;
  state: 'Accepted' | 'Running' | 'Succeeded' | 'Failed' | 'Canceled';
  operations: DeploymentOperation[];
  outputs?: Record<string, unknown>;
  error?: DeploymentError;
}

const stored = (world: World) => world.documents<Deployment>('deployments');

/** By its id, in any case. */
export const findDeployment = (world: World, id: string): Deployment | undefined => stored(world).get(id.toLowerCase());

/** Adds or replaces it. */
export function saveDeployment(world: World, deployment: Deployment): void {
  stored(world).put(deployment.id.toLowerCase(), deployment);
}

/** What it made stays. Whether it was there. */
export const removeDeployment = (world: World, id: string): boolean => stored(world).delete(id.toLowerCase());

/** The deployments of a group or of a subscription itself. */
export const deploymentsOf = (world: World, scope: string): Deployment[] =>
  stored(world).list(`${scope.toLowerCase()}/providers/microsoft.resources/deployments/`);

/** Forgets the deployments of a group that goes. */
export function forgetDeployments(world: World, groupId: string): void {
  for (const { id } of deploymentsOf(world, groupId)) removeDeployment(world, id);
}

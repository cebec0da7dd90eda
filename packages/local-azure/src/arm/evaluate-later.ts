import { delayOf } from '../world/time/delays';
import { deployingPoliciesFor, isAnythingAssigned } from '../world/policies/policy-assignments';
import { record } from '../world/json';
import type { World } from '../world/world';
import { describedAt } from './respect-policies';

/** A look at what policies want beside a resource. */
export interface Evaluation {
  id: string;
  apiVersion: string;
}

export const EVALUATION_STEP = 'policy.evaluation';

/** What policies want beside a resource as it stands. */
export function wantedBeside(world: World, { id, apiVersion }: Evaluation) {
  const resource = isAnythingAssigned(world) ? world.resources.get(id) : undefined;
  const described = resource && describedAt(resource.id, apiVersion, record(resource));
  return described ? deployingPoliciesFor(world, described) : [];
}

/**
 * Plans to look at a resource that was just made or changed, where a policy with the effect deployIfNotExists looks at it; what was there
 * before is left alone. Source: learn.microsoft.com/azure/governance/policy/concepts/effect-deploy-if-not-exists.
 */
export function evaluateLater(world: World, id: string, apiVersion: string): void {
  const payload: Evaluation = { id, apiVersion };
  const delays = wantedBeside(world, payload).map(({ missing }) => missing.delay);
  if (delays.length === 0) return;
  // Each change has a look of its own: one that came soon after does not put off that of the one before.
  const dueAt = world.clock.now() + Math.max(...delays) + delayOf(world, 'policy-evaluation', id);
  world.schedule.plan({
    id: `${EVALUATION_STEP}:${id.toLowerCase()} ${dueAt}`,
    dueAt,
    kind: EVALUATION_STEP,
    payload,
  });
}

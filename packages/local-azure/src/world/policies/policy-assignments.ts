import { holdsFor, isWithin } from '../authorization/access';
import { groupId, groupOf, subscriptionOf } from '../arm-ids';
import { delayOf } from '../time/delays';
import { findServicePrincipal, servicePrincipals } from '../directory/directory';
import { record } from '../json';
import { findPolicy } from './find-policies';
import type { PolicyDefinition } from './policy-definitions';
import { isIndexed } from './policy-aliases';
import { parametersOf } from './policy-parameters';
import {
  evaluateCondition,
  readRule,
  resolvedDeep,
  type Effect,
  seenValue,
  type EvaluatedExpression,
  type Judged,
  type MissingThing,
  type Parameters,
  type ReadRule,
  type TagChange,
} from './policy-rules';
import { forgetExemptionsAt, isExempt } from './policy-exemptions';
import { findPolicySet, type PolicySet } from './policy-sets';
import { untilChanged } from '../state/until-changed';
import type { World, WorldDocuments } from '../world';

/** A policy that holds at a scope and below it. */
export interface PolicyAssignment {
  /** The last segment of its id. */
  name: string;
  /** ARM id at which, and below which, it holds: a management group, a subscription, a group or a resource, as given. */
  scope: string;
  policyDefinitionId: string;
  displayName?: string;
  description?: string;
  /** ARM ids below the scope at which it does not hold. */
  notScopes: readonly string[];
  /** Those that the assignment names. */
  parameters: Parameters;
  enforcementMode: 'Default' | 'DoNotEnforce';
  /** What is told to those who are refused, in the organization's words. */
  nonComplianceMessages: readonly { message: string; policyDefinitionReferenceId?: string }[];
  /** Milliseconds since 1970, UTC. */
  createdAt: number;
  createdBy: string;
  /** Whose rights it deploys with. */
  identity?: { type: 'SystemAssigned'; principalId: string; tenantId: string };
  location?: string;
  /** From when on it counts, where that is later than its creation. */
  countsFrom?: number;
  /** Until when it counts although it was taken away. */
  countsUntil?: number;
}

export const POLICY_ASSIGNMENT_TYPE = 'Microsoft.Authorization/policyAssignments';

/** ARM id, with the scope and the name as given. */
export const policyAssignmentId = ({ scope, name }: Pick<PolicyAssignment, 'scope' | 'name'>): string =>
  `${scope}/providers/${POLICY_ASSIGNMENT_TYPE}/${name}`;

const keyOf = (place: Pick<PolicyAssignment, 'scope' | 'name'>) => policyAssignmentId(place).toLowerCase();

/** Assignments by id in lower case, and those that were taken away or changed and still count for a while. */
const stored = (world: WorldDocuments) => world.documents<PolicyAssignment>('policy-assignments');

const endedKey = (key: string): string => `ended ${key}`;

/** By scope and name in any case; one that was taken away is not found, also while it still counts. */
export const findPolicyAssignment = (
  world: WorldDocuments,
  place: Pick<PolicyAssignment, 'scope' | 'name'>,
): PolicyAssignment | undefined => stored(world).get(keyOf(place));

/** All that are shown. */
export const policyAssignments = (world: WorldDocuments): readonly PolicyAssignment[] =>
  everAssigned(world).filter(({ countsUntil }) => countsUntil === undefined);

/** All that are shown or still count. */
export const everAssigned = (world: WorldDocuments): readonly PolicyAssignment[] => allAssigned(world, '');

const allAssigned: (world: WorldDocuments, key: string) => readonly PolicyAssignment[] = untilChanged((world) => stored(world).list());

/** Assigns a policy, which is shown from now on and counts when Azure has come round to it. `atOnce`: without that delay. */
export function assignPolicy(world: World, assignment: PolicyAssignment, atOnce = false): void {
  const key = keyOf(assignment);
  const delay = atOnce ? 0 : delayOf(world, 'policy-assignments', key);
  const before = stored(world).get(key);
  const countsFrom = world.clock.now() + delay;
  if (before && delay > 0) stored(world).put(endedKey(key), { ...before, countsUntil: countsFrom });
  stored(world).put(key, delay > 0 ? { ...assignment, countsFrom } : assignment);
}

/** Takes an assignment away, which is shown no longer and counts until Azure has come round to it. */
export function takePolicyAssignment(world: World, assignment: PolicyAssignment, atOnce = false): void {
  const key = keyOf(assignment);
  const delay = atOnce ? 0 : delayOf(world, 'policy-assignments', `${key} ended`);
  stored(world).delete(key);
  forgetIdentity(world, assignment);
  if (delay > 0) stored(world).put(endedKey(key), { ...assignment, countsUntil: world.clock.now() + delay });
  else stored(world).delete(endedKey(key));
}

/** The principal goes with its assignment; roles that it was given stay behind, as in Azure. */
function forgetIdentity(world: World, { identity }: PolicyAssignment): void {
  const principal = identity && findServicePrincipal(world, identity.principalId);
  if (principal) servicePrincipals(world).delete(principal.appId.toLowerCase());
}

/** Whether any policy is assigned anywhere, or still counts. */
export const isAnythingAssigned = (world: WorldDocuments): boolean => understood(world, '').length > 0;

/** Forgets what was assigned at what is gone, and below it. */
export function forgetPoliciesAt(world: WorldDocuments, id: string): void {
  forgetExemptionsAt(world, id);
  for (const assignment of everAssigned(world)) {
    if (!isWithin(assignment.scope, id)) continue;
    for (const key of [keyOf(assignment), endedKey(keyOf(assignment))]) stored(world).delete(key);
  }
}

/** A policy that an assignment assigns, itself or as a part of an initiative, understood. */
export interface PolicyInForce {
  assignment: PolicyAssignment;
  definition: PolicyDefinition;
  /** What the policy is given, without what it has by default. */
  given: Parameters;
  rule: ReadRule;
  /** The initiative that it is a part of, and as which part. */
  within?: { set: PolicySet; referenceId: string };
}

/** What an assignment assigns. @throws PolicyRuleError */
export function assignedBy(world: WorldDocuments, assignment: PolicyAssignment): readonly PolicyInForce[] {
  const { policyDefinitionId: id, parameters } = assignment;
  const set = findPolicySet(world, id);
  if (!set) return policyWith(world, assignment, id, parameters);
  const values = parametersOf(set, parameters);
  return set.members.flatMap(({ policyDefinitionId, policyDefinitionReferenceId: referenceId, parameters: passed }) => {
    const given = Object.fromEntries(Object.entries(passed).map(([name, value]) => [name, resolvedDeep(value, values)]));
    return policyWith(world, assignment, policyDefinitionId, given).map((policy) => ({ ...policy, within: { set, referenceId } }));
  });
}

function policyWith(world: WorldDocuments, assignment: PolicyAssignment, id: string, given: Parameters): readonly PolicyInForce[] {
  const definition = findPolicy(world, id);
  return definition ? [{ assignment, definition, given, rule: readRule(definition.policyRule, parametersOf(definition, given)) }] : [];
}

const understood: (world: WorldDocuments, key: string) => readonly PolicyInForce[] = untilChanged((world) =>
  stored(world)
    .list()
    .flatMap((assignment) => assignedBy(world, assignment)),
);

/** Every policy that is assigned or still counts, wherever. */
export const everyPolicyAssigned = (world: WorldDocuments): readonly PolicyInForce[] => understood(world, '');

/** The policies that hold at an ARM id at this moment, are enforced, and from which it is not exempt. */
export function policiesAt(world: World, id: string): readonly PolicyInForce[] {
  const all = understood(world, '');
  if (all.length === 0) return all;
  const now = world.clock.now();
  return all.filter(({ assignment, within }) => {
    const { scope, notScopes, enforcementMode, countsFrom = 0, countsUntil = Number.POSITIVE_INFINITY } = assignment;
    if (enforcementMode === 'DoNotEnforce' || countsFrom > now || now >= countsUntil) return false;
    if (!holdsFor(world, scope, id) || notScopes.some((one) => holdsFor(world, one, id))) return false;
    return !isExempt(world, id, policyAssignmentId(assignment), within?.referenceId);
  });
}

/** A resource as a request describes it. */
export interface Described {
  id: string;
  type: string;
  apiVersion: string;
  content: Readonly<Record<string, unknown>>;
}

/** A policy that a resource does not comply with. */
export interface Violation extends PolicyInForce {
  expressions: readonly EvaluatedExpression[];
}

const looksAt = ({ mode }: PolicyDefinition, type: string): boolean => mode === 'All' || isIndexed(type);

/** The policies, of those that hold at its place, that a resource does not comply with, whatever they do about it. */
export const violationsOf = (world: World, resource: Described): readonly Violation[] =>
  policiesAt(world, resource.id).flatMap((policy) => {
    if (!JUDGING.has(policy.rule.effect) || !looksAt(policy.definition, resource.type)) return [];
    const { isTrue, expressions } = evaluateCondition(policy.rule.condition, judgedAs(world, resource));
    return isTrue ? [{ ...policy, expressions }] : [];
  });

/** A resource as conditions see it. */
const judgedAs = (world: World, { id, content, apiVersion }: Described): Judged => ({
  content,
  apiVersion,
  groupTags: world.resources.get(groupId(subscriptionOf(id), groupOf(id)))?.tags,
});

/** A change of a tag that a policy makes. */
export interface PolicyTagChange {
  policy: PolicyInForce;
  operation: TagChange['operation'];
  tag: string;
  value: string;
}

/** What policies change of the tags of a resource that is made or changed: each by what those before it left. */
export function tagChangesFor(world: World, resource: Described): readonly PolicyTagChange[] {
  const changes: PolicyTagChange[] = [];
  for (const policy of policiesAt(world, resource.id)) {
    if (policy.rule.effect !== 'Modify' || !hasTags(resource.type) || !looksAt(policy.definition, resource.type)) continue;
    const judged = judgedAs(world, { ...resource, content: { ...resource.content, tags: tagsWith(resource.content['tags'], changes) } });
    if (!evaluateCondition(policy.rule.condition, judged).isTrue) continue;
    for (const { operation, tag, value } of policy.rule.changes ?? []) {
      changes.push({ policy, operation, tag, value: String(seenValue(value, judged)) });
    }
  }
  return changes;
}

const hasTags = (type: string): boolean => isIndexed(type) || type.toLowerCase() === 'microsoft.resources/subscriptions/resourcegroups';

/** Tags with what policies change of them; names compare in any case. */
export function tagsWith(given: unknown, changes: readonly PolicyTagChange[]): Record<string, string> {
  let tags = Object.entries(record(given)).map(([name, value]): [string, string] => [name, String(value)]);
  for (const { operation, tag, value } of changes) {
    const isIt = ([name]: [string, string]) => name.toLowerCase() === tag.toLowerCase();
    if (operation === 'add' && tags.some(isIt)) continue;
    const known = tags.find(isIt)?.[0] ?? tag;
    tags = [...tags.filter((one) => !isIt(one)), ...(operation === 'remove' ? [] : [[known, value] satisfies [string, string]])];
  }
  return Object.fromEntries(tags);
}

/** Effects that judge a request. */
const JUDGING: ReadonlySet<Effect> = new Set<Effect>(['Deny', 'Audit']);

/** A policy that deploys something beside resources. */
export interface DeployingPolicy extends PolicyInForce {
  missing: MissingThing;
}

/** The policies, of those that hold at its place, that want something beside a resource as it is. */
export const deployingPoliciesFor = (world: World, resource: Described): readonly DeployingPolicy[] =>
  policiesAt(world, resource.id).flatMap((policy) => {
    const { effect, deployment: missing, condition } = policy.rule;
    if (effect !== 'DeployIfNotExists' || !missing || !looksAt(policy.definition, resource.type)) return [];
    return evaluateCondition(condition, judgedAs(world, resource)).isTrue ? [{ ...policy, missing }] : [];
  });

/** Those that refuse it. */
export const denialsOf = (world: World, described: Described): readonly Violation[] =>
  violationsOf(world, described).filter(({ rule }) => rule.effect === 'Deny');

/** What the organization says to those whom a policy refuses: of a part of an initiative what is meant for it, or else for all. */
export function reasonsOf({ assignment, within }: PolicyInForce): readonly string[] {
  const { nonComplianceMessages: all } = assignment;
  const referenceId = within?.referenceId.toLowerCase();
  const own = all.filter(
    (one) => one.policyDefinitionReferenceId !== undefined && one.policyDefinitionReferenceId.toLowerCase() === referenceId,
  );
  const meant = own.length > 0 ? own : all.filter((one) => one.policyDefinitionReferenceId === undefined);
  return meant.map(({ message }) => message);
}

/** What people call an assignment. */
export const titleOf = ({ displayName, name }: PolicyAssignment): string => displayName ?? name;

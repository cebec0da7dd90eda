import { mayDo } from '../world/authorization/access';
import { nameOf } from '../world/arm-ids';
import { record, recordOrNone } from '../world/json';
import {
  denialsOf,
  policiesAt,
  policyAssignmentId,
  reasonsOf,
  tagChangesFor,
  tagsWith,
  titleOf,
  type Described,
  type Violation,
} from '../world/policies/policy-assignments';
import { policyDefinitionId } from '../world/policies/policy-definitions';
import { parametersOf } from '../world/policies/policy-parameters';
import { policySetId } from '../world/policies/policy-sets';
import { own } from '../world/own';
import type { ArmResource, World } from '../world/world';
import { ArmError, type ArmCall, type Principal } from './route';

const GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i;

export const GROUP_TYPE = 'Microsoft.Resources/subscriptions/resourceGroups';

/** What a path names after its last provider: types and names take turns. */
function namedBy(path: string): { namespace: string; rest: readonly string[] } {
  const segments = path.split('/').filter((segment) => segment !== '');
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const [namespace = '', ...rest] = at < 0 ? [] : segments.slice(at + 1);
  return { namespace, rest };
}

/** The type of what a path names; undefined where it names no resource and no group. */
function typeOf(path: string): string | undefined {
  if (GROUP.test(path)) return GROUP_TYPE;
  const { namespace, rest } = namedBy(path);
  if (rest.length === 0 || rest.length % 2 === 1) return undefined;
  return [namespace, ...rest.filter((_, place) => place % 2 === 0)].join('/');
}

/** The name of what an id names, after those of the resources it belongs to: `vm1/extension`. */
function fullNameOf(id: string): string {
  if (GROUP.test(id)) return nameOf(id);
  return namedBy(id)
    .rest.filter((_, place) => place % 2 === 1)
    .join('/');
}

/** A resource with what a PATCH says of it: members that it does not name stay, those that are null go. */
function merged(before: unknown, given: unknown): unknown {
  const changes = recordOrNone(given);
  if (!changes) return given;
  const changed = Object.entries(changes).map(([name, value]): [string, unknown] => [name, merged(own(record(before), name), value)]);
  return { ...record(before), ...Object.fromEntries(changed) };
}

/** The same of a whole resource, whose tags are replaced all at once. */
const patched = (before: unknown, given: unknown) => {
  const { tags } = record(given);
  return { ...record(merged(before, given)), ...(tags != null && { tags }) };
};

/** A resource as a request describes it, in the words that policies have. */
export const described = (id: string, type: string, apiVersion: string, body: unknown): Described => {
  return { id, type, apiVersion, content: { ...record(body), id, name: nameOf(id), fullName: fullNameOf(id), type } };
};

/** The same by its path alone; undefined where that names no resource. */
export const describedAt = (path: string, apiVersion: string, body: unknown): Described | undefined => {
  const type = typeOf(path);
  return type === undefined ? undefined : described(path, type, apiVersion, body);
};

/**
 * A request with the tags that policies want, which are asked before those that refuse: a PUT by what it says, a PATCH by what would come of it.
 * The rule is that of learn.microsoft.com/azure/governance/policy/concepts/effect-modify.
 */
export function withPolicyTags(call: ArmCall): ArmCall {
  const { world, method, path, body, apiVersion } = call;
  if ((method !== 'PUT' && method !== 'PATCH') || policiesAt(world, path).length === 0) return call;
  const resource = describedAt(path, apiVersion, method === 'PUT' ? body : patched(world.resources.get(path), body));
  const changes = resource ? tagChangesFor(world, resource) : [];
  return resource && changes.length > 0 ? { ...call, body: { ...record(body), tags: tagsWith(resource.content['tags'], changes) } } : call;
}

/** A resource that Azure itself makes, with the tags that policies want. */
export function taggedByPolicies(world: World, resource: ArmResource, apiVersion: string): ArmResource {
  const changes = tagChangesFor(world, described(resource.id, resource.type, apiVersion, resource));
  return changes.length > 0 ? { ...resource, tags: tagsWith(resource.tags, changes) } : resource;
}

/**
 * Refuses what policies forbid, before any provider is asked: a PUT by what it says, a PATCH by what would come of it. The rule is that of
 * learn.microsoft.com/azure/governance/policy/concepts/effect-deny. @throws ArmError 403 RequestDisallowedByPolicy
 */
export function respectPolicies(call: ArmCall): void {
  const { world, method, path, body } = call;
  if ((method !== 'PUT' && method !== 'PATCH') || policiesAt(world, path).length === 0) return;
  requireAllowed(call, path, method === 'PUT' ? body : patched(world.resources.get(path), body));
}

/** Refuses what policies have against a resource as it would be. @throws ArmError 403 RequestDisallowedByPolicy */
export function requireAllowed({ world, principal, apiVersion }: ArmCall, id: string, body: unknown): void {
  const resource = describedAt(id, apiVersion, body);
  const refusal = resource && policyRefusal(world, resource, principal);
  if (refusal) throw refusal;
}

/** Why policies refuse a resource; undefined where they let it be. */
export function policyRefusal(world: World, resource: Described, { objectId, issuedAt }: Principal): ArmError | undefined {
  const denials = denialsOf(world, resource);
  if (denials.length === 0) return undefined;
  const target = fullNameOf(resource.id);
  const showsWhy = mayDo(world, objectId, 'Microsoft.Authorization/policyAssignments/read', resource.id, issuedAt);
  const additionalInfo = denials.map((denial) => ({ type: 'PolicyViolation', info: infoOf(denial, showsWhy) }));
  return new ArmError(403, 'RequestDisallowedByPolicy', messageOf(target, denials), {}, { target, additionalInfo });
}

/** The words alone, for a service that asks by itself and tells its own customers. */
export function policyObjection(world: World, resource: Described): string | undefined {
  const denials = denialsOf(world, resource);
  return denials.length === 0 ? undefined : messageOf(fullNameOf(resource.id), denials);
}

function messageOf(target: string, denials: readonly Violation[]): string {
  const reasons = denials.flatMap((denial) => reasonsOf(denial).map((message) => `'${message}'`));
  if (reasons.length > 0) {
    return `Resource '${target}' was disallowed by policy. Reasons: ${reasons.join(', ')}. See error details for policy resource IDs.`;
  }
  const identifiers = denials.map(({ assignment, definition, within }) => ({
    policyAssignment: { name: titleOf(assignment), id: policyAssignmentId(assignment) },
    policyDefinition: { name: definition.displayName, id: policyDefinitionId(definition), version: definition.version },
    ...(within && { policySetDefinition: { name: within.set.displayName, id: policySetId(within.set), version: within.set.version } }),
  }));
  return `Resource '${target}' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`;
}

/** Which comparisons led to it is told those alone who may read policies. */
function infoOf({ assignment, definition, given, rule, within, expressions }: Violation, showsWhy: boolean) {
  const { displayName, name, scope } = assignment;
  return {
    ...(showsWhy && { evaluationDetails: { evaluatedExpressions: expressions } }),
    policyDefinitionId: policyDefinitionId(definition),
    ...(within && {
      policySetDefinitionId: policySetId(within.set),
      policyDefinitionReferenceId: within.referenceId,
      policySetDefinitionName: within.set.name,
      policySetDefinitionDisplayName: within.set.displayName,
      policySetDefinitionVersion: within.set.version,
    }),
    policyDefinitionName: definition.name,
    policyDefinitionDisplayName: definition.displayName,
    policyDefinitionVersion: definition.version,
    policyDefinitionEffect: rule.effect,
    policyAssignmentId: policyAssignmentId(assignment),
    policyAssignmentName: name,
    ...(displayName !== undefined && { policyAssignmentDisplayName: displayName }),
    policyAssignmentScope: scope,
    policyAssignmentParameters: within ? parametersOf(within.set, assignment.parameters) : parametersOf(definition, given),
    policyExemptionIds: [],
  };
}

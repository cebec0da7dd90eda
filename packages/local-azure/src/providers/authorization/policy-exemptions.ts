import { requireLinked } from '../../arm/authorize';
import { ArmError } from '../../arm/route';
import type { ArmHandler } from '../../arm/route';
import { holdsFor, isWithin } from '../../world/authorization/access';
import { at, list, record, text } from '../../world/json';
import { own } from '../../world/own';
import { policyAssignmentId, policyAssignments } from '../../world/policies/policy-assignments';
import {
  exempt,
  findPolicyExemption,
  policyExemptionId,
  policyExemptions,
  POLICY_EXEMPTION_TYPE,
  takeExemption,
  type PolicyExemption,
} from '../../world/policies/policy-exemptions';
import { requirePolicyScope } from './policy-assignments';
import { placeOf } from './named-in-scope';

const view = (exemption: PolicyExemption) => ({
  properties: {
    policyAssignmentId: exemption.policyAssignmentId,
    policyDefinitionReferenceIds: exemption.policyDefinitionReferenceIds,
    exemptionCategory: exemption.exemptionCategory,
    ...(exemption.displayName !== undefined && { displayName: exemption.displayName }),
    ...(exemption.description !== undefined && { description: exemption.description }),
    ...(exemption.expiresOn !== undefined && { expiresOn: new Date(exemption.expiresOn).toISOString() }),
  },
  systemData: { createdBy: exemption.createdBy, createdByType: 'User', createdAt: new Date(exemption.createdAt).toISOString() },
  id: policyExemptionId(exemption),
  type: POLICY_EXEMPTION_TYPE,
  name: exemption.name,
});

/** GET of what is exempted at a scope, above it and, unless `atScope()` is asked for, below it; `atExactScope()`: right there. */
export const listPolicyExemptions: ArmHandler = (call) => {
  const { scope } = placeOf(call);
  const filter = call.query.get('$filter') ?? '';
  const onlyExact = /atExactScope\(\)/i.test(filter);
  const value = policyExemptions(call.world, '').filter((one) => {
    if (onlyExact) return one.scope.toLowerCase() === scope.toLowerCase();
    return holdsFor(call.world, one.scope, scope) || (!/atScope\(\)/i.test(filter) && isWithin(one.scope, scope));
  });
  return { status: 200, body: { value: value.map(view) } };
};

/** @throws ArmError 404 PolicyExemptionNotFound */
export const getPolicyExemption: ArmHandler = (call) => {
  const exemption = findPolicyExemption(call.world, placeOf(call));
  if (exemption) return { status: 200, body: view(exemption) };
  throw new ArmError(404, 'PolicyExemptionNotFound', `The policy exemption '${placeOf(call).name}' is not found.`);
};

/** What an exemption may say in Azure and must not be passed over here. */
const UNSERVED = ['resourceSelectors', 'assignmentScopeValidation'];

/**
 * PUT: 201 for a new one, 200 for a changed one; the caller must also be allowed to exempt from the assignment. The rules are those of
 * learn.microsoft.com/azure/governance/policy/concepts/exemption-structure. @throws ArmError 400, 403, 404 or 501
 */
export const putPolicyExemption: ArmHandler = (call) => {
  const { world, principal } = call;
  const place = placeOf(call);
  const given = record(at(call.body, 'properties'));
  const unserved = UNSERVED.find((name) => own(given, name) != null && own(given, name) !== 'Default');
  if (unserved !== undefined) throw new ArmError(501, 'NotImplemented', `Local Azure exempts from policies without '${unserved}'.`);
  requirePolicyScope(call, place.scope);
  const wanted = text(given['policyAssignmentId']) ?? '';
  const assignment = policyAssignments(world).find((one) => policyAssignmentId(one).toLowerCase() === wanted.toLowerCase());
  if (!assignment) throw new ArmError(404, 'PolicyAssignmentNotFound', `The policy assignment '${wanted}' is not found.`);
  requireLinked(call, 'Microsoft.Authorization/policyAssignments/exempt/action', policyAssignmentId(assignment));
  if (!holdsFor(world, assignment.scope, place.scope)) {
    throw new ArmError(400, 'InvalidPolicyExemptionScope', `The policy assignment '${wanted}' does not hold at '${place.scope}'.`);
  }
  const before = findPolicyExemption(world, place);
  const expiresOn = expiryIn(given['expiresOn']);
  const [displayName, description] = [text(given['displayName']), text(given['description'])];
  const exemption: PolicyExemption = {
    name: before?.name ?? place.name,
    scope: before?.scope ?? place.scope,
    policyAssignmentId: policyAssignmentId(assignment),
    policyDefinitionReferenceIds: list(given['policyDefinitionReferenceIds']).flatMap((one) => text(one) ?? []),
    exemptionCategory: categoryIn(given['exemptionCategory']),
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ...(expiresOn !== undefined && { expiresOn }),
    createdAt: before?.createdAt ?? world.clock.now(),
    createdBy: before?.createdBy ?? principal.objectId,
  };
  exempt(world, exemption);
  return { status: before ? 200 : 201, body: view(exemption) };
};

function categoryIn(given: unknown): PolicyExemption['exemptionCategory'] {
  const category = text(given)?.toLowerCase();
  if (category === 'waiver') return 'Waiver';
  if (category === 'mitigated') return 'Mitigated';
  throw new ArmError(400, 'InvalidExemptionCategory', 'The exemption category is not one of Waiver, Mitigated.');
}

function expiryIn(given: unknown): number | undefined {
  if (given == null) return undefined;
  const moment = Date.parse(text(given) ?? '');
  if (Number.isNaN(moment)) throw new ArmError(400, 'InvalidExpiresOn', 'expiresOn must be a date and time.');
  return moment;
}

/** DELETE: 200, 204 where there is none. */
export const deletePolicyExemption: ArmHandler = (call) => ({ status: takeExemption(call.world, placeOf(call)) ? 200 : 204 });

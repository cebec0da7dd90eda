import { GROUP_TYPE, described } from '../../arm/respect-policies';
import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { at, list, record, text } from '../../world/json';
import { violationsOf, type Violation } from '../../world/policies/policy-assignments';
import { fieldRestrictions, mentions, type PendingField } from './field-restrictions';
import { policyOf } from './policy-reference';

const MOST_FIELDS = 10;

/**
 * POST checkPolicyRestrictions: what policies would refuse of a resource as it is described, and of values that its fields may still get. By
 * learn.microsoft.com/rest/api/policyinsights/policy-restrictions. @throws ArmError 400
 */
export const checkPolicyRestrictions: ArmHandler = (call) => {
  const content = record(at(call.body, 'resourceDetails', 'resourceContent'));
  const type = text(content['type']);
  if (type === undefined) throw new ArmError(400, 'InvalidRequestContent', 'The resource content must name the type of the resource.');
  const pending = pendingIn(call);
  const apiVersion = text(at(call.body, 'resourceDetails', 'apiVersion')) ?? call.apiVersion;
  const name = text(content['name']);
  const resource = described(idOf(call, type, name), type, apiVersion, content);
  const asGiven = name === undefined ? { ...resource, content } : resource;
  const includesAudit = at(call.body, 'includeAuditEffect') === true;
  const counts = ({ rule }: Violation) => rule.effect === 'Deny' || includesAudit;
  const violations = violationsOf(call.world, asGiven).filter(counts);
  const settled = violations.filter(({ rule }) => !pending.some(({ field }) => mentions(rule.condition, field)));
  return {
    status: 200,
    body: {
      fieldRestrictions: fieldRestrictions(call.world, asGiven, pending, counts),
      contentEvaluationResult: { policyEvaluations: settled.map(evaluationOf) },
    },
  };
};

/** Where the resource would be: the scope that is named stands for its parent. */
function idOf({ path, body }: ArmCall, type: string, name = ''): string {
  const scope = path.slice(0, path.toLowerCase().lastIndexOf('/providers/'));
  if (type.toLowerCase() === GROUP_TYPE.toLowerCase()) return `${scope}/resourceGroups/${name}`;
  const parent = text(at(body, 'resourceDetails', 'scope'));
  const last = name.split('/').at(-1) ?? '';
  return parent !== undefined && /\/providers\//i.test(parent)
    ? `${parent}/${type.split('/').at(-1) ?? ''}/${last}`
    : `${parent ?? scope}/providers/${type}/${last}`;
}

function pendingIn({ body }: ArmCall): readonly PendingField[] {
  const fields = list(at(body, 'pendingFields'));
  if (fields.length > MOST_FIELDS)
    throw new ArmError(400, 'InvalidRequestContent', `At most ${MOST_FIELDS} pending fields can be checked.`);
  return fields.map((one) => ({
    field: text(at(one, 'field')) ?? '',
    values: list(at(one, 'values')).flatMap((value) => text(value) ?? []),
  }));
}

const evaluationOf = (violation: Violation) => ({
  policyInfo: policyOf(violation),
  evaluationResult: 'NonCompliant',
  evaluationDetails: { evaluatedExpressions: violation.expressions },
  effectDetails: { policyEffect: violation.rule.effect },
});

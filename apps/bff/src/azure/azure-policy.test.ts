import { expect, it } from 'vitest';
import { denialsIn } from './azure-policy';

const assignmentOf = (name: string) => `/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/${name}`;
const policy = (name: string) => ({ policyDefinitionId: `/definitions/${name}`, policyAssignmentId: assignmentOf(name) });

const required = { result: 'Required', policyEffect: 'Deny', policy: policy('needs-owner'), reason: 'tags.owner is required' };
const added = { result: 'Required', policyEffect: 'Modify', policy: policy('adds-owner'), defaultValue: 'IT' };
const withTag = (...restrictions: object[]) => ({
  fieldRestrictions: [{ field: 'tags.owner', restrictions }],
  contentEvaluationResult: { policyEvaluations: [] },
});

it('a tag that is wanted is in the way, unless another policy adds it, or nobody knows the tags yet', () => {
  expect(denialsIn(withTag(required), false)).toEqual([assignmentOf('needs-owner')]);
  expect(denialsIn(withTag(required, added), false)).toEqual([]);
  expect(denialsIn(withTag(required), true)).toEqual([]);
  expect(denialsIn(withTag({ ...required, policyEffect: 'Audit' }), false)).toEqual([]);
});

const evaluation = (name: string, policyEffect: string, evaluationResult = 'NonCompliant') => ({
  policyInfo: policy(name),
  evaluationResult,
  effectDetails: { policyEffect },
});

it('of the content it is what is not compliant and denied, once for each assignment', () => {
  const policyEvaluations = [
    evaluation('locations', 'Deny'),
    evaluation('locations', 'Deny'),
    evaluation('watched', 'Audit'),
    evaluation('kept', 'Deny', 'Compliant'),
  ];
  expect(denialsIn({ contentEvaluationResult: { policyEvaluations } }, false)).toEqual([assignmentOf('locations')]);
  expect(denialsIn({}, false)).toEqual([]);
});

import { expect, it } from 'vitest';
import { startTestAzure } from '../testing/open-session';
import { denialsIn, policyJudge } from './azure-policy';

const assignmentOf = (name: string) => `/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/${name}`;
const policy = (name: string) => ({ policyDefinitionId: `/definitions/${name}`, policyAssignmentId: assignmentOf(name) });

const denialBy = (name: string) => ({ assignmentId: assignmentOf(name), definitionId: null });

const required = { result: 'Required', policyEffect: 'Deny', policy: policy('needs-owner'), reason: 'tags.owner is required' };
const added = { result: 'Required', policyEffect: 'Modify', policy: policy('adds-owner'), defaultValue: 'IT' };
const withTag = (...restrictions: object[]) => ({
  fieldRestrictions: [{ field: 'tags.owner', restrictions }],
  contentEvaluationResult: { policyEvaluations: [] },
});

it('a tag that is wanted is in the way, unless another policy adds it, or nobody knows the tags yet', () => {
  expect(denialsIn(withTag(required), {})).toEqual([denialBy('needs-owner')]);
  expect(denialsIn(withTag(required, added), {})).toEqual([]);
  expect(denialsIn(withTag(required), null)).toEqual([]);
  expect(denialsIn(withTag({ ...required, policyEffect: 'Audit' }), {})).toEqual([]);
});

it('a tag that it will have is in no way, however it is written, unless another value is wanted or this one is not', () => {
  const inTheWay = [denialBy('needs-owner')];
  const withValues = withTag({ ...required, values: ['IT', 'HR'] }, added);
  expect(denialsIn(withTag(required), { Owner: 'it' })).toEqual([]);
  expect(denialsIn({ fieldRestrictions: [{ field: "tags['owner']", restrictions: [required] }] }, { owner: 'it' })).toEqual([]);
  expect(denialsIn(withValues, { owner: 'it' })).toEqual([]);
  expect(denialsIn(withValues, { owner: 'Sales' })).toEqual(inTheWay);
  const denied = withTag({ ...required, result: 'Deny', values: ['Sales'] });
  expect(denialsIn(denied, { owner: 'sales' })).toEqual(inTheWay);
  expect(denialsIn(denied, { owner: 'IT' })).toEqual([]);
  expect(denialsIn(denied, {})).toEqual([]);
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
  expect(denialsIn({ contentEvaluationResult: { policyEvaluations } }, {})).toEqual([denialBy('locations')]);
  expect(denialsIn({}, {})).toEqual([]);
});

const partOf = (name: string) => {
  const { policyInfo, ...rest } = evaluation('baseline', 'Deny');
  return { ...rest, policyInfo: { ...policyInfo, policyDefinitionId: `/definitions/${name}`, policyDefinitionReferenceId: name } };
};

it('of an initiative each policy is told for itself', () => {
  const policyEvaluations = [partOf('purge'), partOf('network'), partOf('purge')];
  expect(denialsIn({ contentEvaluationResult: { policyEvaluations } }, {})).toEqual([
    { assignmentId: assignmentOf('baseline'), definitionId: '/definitions/purge' },
    { assignmentId: assignmentOf('baseline'), definitionId: '/definitions/network' },
  ]);
});

it.each([{}, { body: [] }, { status: 202 }, { body: '<html></html>', headers: { 'content-type': 'text/html' } }, { status: 500 }])(
  'an answer that nobody can read says nothing of policies, and keeps nothing else from being told: %j',
  async (reply) => {
    await using azure = await startTestAzure(() => reply);
    const judge = policyJudge(await azure.session('ada'));
    expect(await judge({ scope: '/subscriptions/s', type: 'Microsoft.Compute/disks', apiVersion: '2024-03-02', body: {} })).toBeNull();
  },
);

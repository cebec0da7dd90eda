import type { DenyingPolicy, PoliciesInTheWay } from '@tresor/contracts';
import * as z from 'zod';
import { memoized } from '../memoized';
import { expectBody, partOf } from './connection/answer';
import { API_VERSIONS } from './connection/api-versions';
import { callArm } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { isRefused, UpstreamFailure } from './connection/upstream-failure';

/** Something that Azure is about to be asked to make. */
export interface Planned {
  /** ARM id of the group it will be in, or of the subscription where that is still to be made. */
  scope: string;
  /** ARM id of what it will be a part of, or of its group that is still to be made. */
  parent?: string;
  type: string;
  apiVersion: string;
  /** As Azure will be asked for it. */
  body: object;
  /** Fields that are not known yet, in the words of policies: what looks at them is not judged. */
  open?: readonly string[];
}

const text = z.string().nullish();

const policyInfo = z.object({ policyAssignmentId: z.string() });

const verdictBody = z.object({
  contentEvaluationResult: z
    .object({
      policyEvaluations: z
        .array(z.object({ policyInfo, evaluationResult: text, effectDetails: z.object({ policyEffect: text }).nullish() }))
        .nullish(),
    })
    .nullish(),
  fieldRestrictions: z
    .array(
      z.object({
        field: text,
        restrictions: z.array(z.object({ result: text, defaultValue: text, policyEffect: text, policy: policyInfo.nullish() })).nullish(),
      }),
    )
    .nullish(),
});

const assignmentBody = z.object({ properties: z.object({ displayName: text }) });

const isWord = (word: string | null | undefined, wanted: string) => word?.toLowerCase() === wanted;

/** What policies forbid of what is planned; null where the user cannot learn it. Asked the same twice, Azure is asked once. */
export type PolicyJudge = (planned: Planned) => Promise<DenyingPolicy[] | null>;

export function policyJudge(session: AzureSession): PolicyJudge {
  const policy = memoized(
    (id) => id.toLowerCase(),
    (id: string) => readAssignment(session, id),
  );
  return memoized(
    (planned) => JSON.stringify(planned),
    async (planned: Planned) => {
      const ids = await unlessUntold(readDenials(session, planned).catch(nothingWithoutGroup));
      return ids && Promise.all(ids.map(policy));
    },
  );
}

/** What policies forbid of things that belong together, each policy once. */
export async function judgeTogether(judge: PolicyJudge, planned: readonly Planned[]): Promise<PoliciesInTheWay> {
  const judged = await Promise.all(planned.map(judge));
  const policies = new Map(judged.flatMap((some) => some ?? []).map((policy) => [`${policy.scope} ${policy.name}`, policy]));
  return { policies: [...policies.values()], areSeen: !judged.includes(null) };
}

/** ARM ids of the assignments that forbid it. */
export async function readDenials(session: AzureSession, planned: Planned): Promise<string[]> {
  const { scope, parent, type, apiVersion, open = [] } = planned;
  const question = {
    resourceDetails: {
      resourceContent: { type, ...withoutTags(planned.body) },
      apiVersion,
      ...(parent !== undefined && { scope: parent }),
    },
    // Names are given when it is made; of tags another policy may add those that one wants.
    pendingFields: [...new Set(['name', TAGS, ...open])].map((field) => ({ field })),
  };
  const place = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`;
  const answer = await callArm(session, 'read', 'POST', place, API_VERSIONS.policyInsights, question);
  return denialsIn(answer.body, open.includes(TAGS));
}

const TAGS = 'tags';

const withoutTags = (body: object) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== TAGS));

/** The assignments that an answer of checkPolicyRestrictions calls in the way. `areTagsOpen`: it will have tags that nobody knows yet. */
export function denialsIn(answer: unknown, areTagsOpen: boolean): string[] {
  const { contentEvaluationResult, fieldRestrictions } = expectBody(verdictBody, answer);
  const ofContent = (contentEvaluationResult?.policyEvaluations ?? []).flatMap(({ policyInfo: policy, evaluationResult, effectDetails }) =>
    isWord(evaluationResult, 'noncompliant') && isWord(effectDetails?.policyEffect, 'deny') ? [policy] : [],
  );
  const ofTags = (areTagsOpen ? [] : (fieldRestrictions ?? [])).flatMap(({ field, restrictions }) => {
    const all = restrictions ?? [];
    if (!field?.toLowerCase().startsWith(TAGS) || all.some(({ defaultValue }) => defaultValue != null)) return [];
    return all.filter(({ result, policyEffect }) => isWord(result, 'required') && isWord(policyEffect, 'deny')).map(({ policy }) => policy);
  });
  return [...new Set([...ofContent, ...ofTags].flatMap((policy) => policy?.policyAssignmentId ?? []))];
}

/** Without the right to read it, or its own name, an assignment is called by the last part of its id. */
export async function readAssignment(session: AzureSession, id: string): Promise<DenyingPolicy> {
  const [, scope = '', name = ''] = /^(.*)\/providers\/Microsoft\.Authorization\/policyAssignments\/([^/]+)$/i.exec(id) ?? ['', '', id];
  const answer = await unlessUntold(callArm(session, 'read', 'GET', id, API_VERSIONS.policies));
  return { name: partOf(assignmentBody, answer?.body)?.properties.displayName || name, scope };
}

/** That a group is not there is told elsewhere. */
function nothingWithoutGroup(error: unknown): string[] {
  if (isRefused(error, 'ResourceGroupNotFound')) return [];
  throw error;
}

/** What is only looked at beforehand keeps nothing else from being told; without a sign-in nothing is told. */
const unlessUntold = <Read>(read: Promise<Read>): Promise<Read | null> =>
  read.catch((error: unknown) => {
    if (!(error instanceof UpstreamFailure) || error.details.status === 401 || error.details.claims !== undefined) throw error;
    return null;
  });

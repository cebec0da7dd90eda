import type { DenyingPolicy, PoliciesInTheWay } from '@tresor/contracts';
import { tagValue, type Tags, nameOf } from '@tresor/support-matrix';
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
  body: Readonly<Record<string, unknown>> & { tags?: Tags };
  /** Fields that are not known yet, in the words of policies: what looks at them is not judged. */
  open?: readonly string[];
}

const text = z.string().nullish();

const policyInfo = z.object({ policyAssignmentId: z.string(), policyDefinitionId: text, policyDefinitionReferenceId: text });

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
        restrictions: z
          .array(
            z.object({
              result: text,
              values: z.array(z.string()).nullish(),
              defaultValue: text,
              policyEffect: text,
              policy: policyInfo.nullish(),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});

type Verdict = z.infer<typeof verdictBody>;

/** An assignment as much as a definition. */
const titledBody = z.object({ properties: z.object({ displayName: text }) });

const isWord = (word: string | null | undefined, wanted: string) => word?.toLowerCase() === wanted;

/** What policies forbid of what is planned; null where the user cannot learn it. Asked the same twice, Azure is asked once. */
export type PolicyJudge = (planned: Planned) => Promise<DenyingPolicy[] | null>;

export function policyJudge(session: AzureSession): PolicyJudge {
  const policy = memoized(
    (denial) => JSON.stringify(denial).toLowerCase(),
    (denial: Denial) => readDenying(session, denial),
  );
  const verdict = memoized(
    (asked: Asked) => JSON.stringify(asked),
    (asked: Asked) => unlessUntold(askAbout(session, asked).catch(nothingWithoutGroup)),
  );
  return async (planned) => {
    const answer = await verdict(askedOf(planned));
    return answer === null ? null : Promise.all(denialsIn(answer, tagsOf(planned)).map(policy));
  };
}

/** What policies forbid of things that belong together, each policy once. */
export async function judgeTogether(judge: PolicyJudge, planned: readonly Planned[]): Promise<PoliciesInTheWay> {
  const judged = await Promise.all(planned.map(judge));
  const policies = new Map(judged.flatMap((some) => some ?? []).map((policy) => [`${policy.scope} ${policy.name}`, policy]));
  return { policies: [...policies.values()], areSeen: !judged.includes(null) };
}

/** What forbids something: an assignment, and of an initiative the policy that is meant; ARM ids. */
interface Denial {
  assignmentId: string;
  definitionId: string | null;
}

/** What forbids it. */
export const readDenials = async (session: AzureSession, planned: Planned): Promise<Denial[]> =>
  denialsIn(await askAbout(session, askedOf(planned)), tagsOf(planned));

const TAGS = 'tags';

interface Asked {
  scope: string;
  question: object;
}

/** Machines differ in their tags above all: what is asked without those is asked once for many. */
function askedOf({ scope, parent, type, apiVersion, body, open = [] }: Planned): Asked {
  const { tags: _, ...content } = body;
  const question = {
    resourceDetails: { resourceContent: { type, ...content }, apiVersion, ...(parent !== undefined && { scope: parent }) },
    // Names are given when it is made; of tags another policy may add those that one wants.
    pendingFields: [...new Set(['name', TAGS, ...open])].map((field) => ({ field })),
  };
  return { scope, question };
}

async function askAbout(session: AzureSession, { scope, question }: Asked): Promise<Verdict> {
  const place = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`;
  return expectBody(verdictBody, (await callArm(session, 'read', 'POST', place, API_VERSIONS.policyInsights, question)).body);
}

/** Those that it will have; null where nobody knows them yet. */
const tagsOf = ({ body, open = [] }: Planned): Tags | null => (open.includes(TAGS) ? null : (body.tags ?? {}));

type Restriction = NonNullable<NonNullable<Verdict['fieldRestrictions']>[number]['restrictions']>[number];

/** The name of a tag in the field of a restriction, as `tags.owner`; undefined of other fields. */
const tagIn = (field: string | null | undefined) => /^tags(?:\.|\['?)(.+?)(?:'?\])?$/i.exec(field ?? '')?.[1];

/** Whether a restriction on a tag is in the way of the value that it will have (null: it will not have the tag). Policies compare in any case. */
function isInTheWay({ result, values, policyEffect }: Restriction, value: string | null, isAdded: boolean): boolean {
  if (!isWord(policyEffect, 'deny')) return false;
  const isNamed = values == null || values.length === 0 || values.some((one) => isWord(one, value?.toLowerCase() ?? ''));
  if (isWord(result, 'required')) return value === null ? !isAdded : !isNamed;
  return isWord(result, 'deny') && value !== null && isNamed;
}

/** What an answer of checkPolicyRestrictions calls in the way of what will have these tags; null: nobody knows them yet. */
export function denialsIn({ contentEvaluationResult, fieldRestrictions }: Verdict, tags: Tags | null): Denial[] {
  const ofContent = (contentEvaluationResult?.policyEvaluations ?? []).flatMap(({ policyInfo: policy, evaluationResult, effectDetails }) =>
    isWord(evaluationResult, 'noncompliant') && isWord(effectDetails?.policyEffect, 'deny') ? [policy] : [],
  );
  const ofTags = (tags === null ? [] : (fieldRestrictions ?? [])).flatMap(({ field, restrictions }) => {
    const tag = tagIn(field);
    if (tags === null || tag === undefined) return [];
    const [all, value] = [restrictions ?? [], tagValue(tags, tag)];
    const isAdded = all.some(({ defaultValue }) => defaultValue != null);
    return all.filter((one) => isInTheWay(one, value, isAdded)).map(({ policy }) => policy);
  });
  const denials = [...ofContent, ...ofTags].flatMap((policy) => (policy ? [denialBy(policy)] : []));
  return [...new Map(denials.map((denial) => [JSON.stringify(denial), denial])).values()];
}

const denialBy = ({ policyAssignmentId, policyDefinitionId, policyDefinitionReferenceId }: z.infer<typeof policyInfo>): Denial => ({
  assignmentId: policyAssignmentId,
  definitionId: policyDefinitionReferenceId == null ? null : (policyDefinitionId ?? null),
});

/** An initiative forbids many things: it is named with the one of its policies that is meant, which is what an exemption is about. */
async function readDenying(session: AzureSession, { assignmentId, definitionId }: Denial): Promise<DenyingPolicy> {
  const [, scope = ''] = /^(.*)\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i.exec(assignmentId) ?? [];
  const [assignment, policy] = await Promise.all([
    readTitle(session, assignmentId),
    definitionId === null ? null : readTitle(session, definitionId),
  ]);
  return { name: policy === null ? assignment : `${assignment}: ${policy}`, scope };
}

/** What people call an assignment or a definition; without the right to read it, or a name of its own, the last part of its id. */
export async function readTitle(session: AzureSession, id: string): Promise<string> {
  const answer = await unlessUntold(callArm(session, 'read', 'GET', id, API_VERSIONS.policies));
  return partOf(titledBody, answer?.body)?.properties.displayName || nameOf(id);
}

/** That a group is not there is told elsewhere. */
function nothingWithoutGroup(error: unknown): Verdict {
  if (isRefused(error, 'ResourceGroupNotFound')) return {};
  throw error;
}

/** What is only looked at beforehand keeps nothing else from being told; without a sign-in nothing is told. */
const unlessUntold = <Read>(read: Promise<Read>): Promise<Read | null> =>
  read.catch((error: unknown) => {
    if (!(error instanceof UpstreamFailure) || error.details.status === 401 || error.details.claims !== undefined) throw error;
    return null;
  });

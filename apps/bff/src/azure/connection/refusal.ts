import * as z from 'zod';

/** What a refusal says, no matter which part of Azure wrote it. */
export interface Refusal {
  code: string | undefined;
  message: string | undefined;
  /** The finer code beside it: Key Vault's `ForbiddenByFirewall` … */
  innerCode: string | undefined;
  /** The names of the assignments of Azure Policy that are in the way. */
  policies: readonly string[];
}

/** Names of members are in small letters here: `innererror` is also written `innerError`, `code` also `Code`. */
const members = z
  .record(z.string(), z.unknown())
  .transform((body) => new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value])));

const text = z.string().nullish().catch(null);
/** A message alone, or with its language beside it. */
const message = z
  .union([z.string(), members.transform((entries) => text.parse(entries.get('value')))])
  .nullish()
  .catch(null);

const violation = z.looseObject({
  type: z.literal('PolicyViolation'),
  info: z.looseObject({ policyAssignmentDisplayName: z.string().nullish(), policyAssignmentName: z.string().nullish() }),
});

/** Where the organization has words of its own for a policy, Azure's message is these, and only what stands beside it names the policy. */
const policiesIn = (additional: unknown): string[] =>
  (Array.isArray(additional) ? additional : []).flatMap((one: unknown) => {
    const { info } = violation.safeParse(one).data ?? {};
    return info?.policyAssignmentDisplayName || info?.policyAssignmentName || [];
  });

/**
 * Reads the error of an answer. Resource Manager puts `error` around it; the activity log does not, and neither did the vault service, whose
 * code was `ErrorCode`; OData calls it `odata.error`, and some services name several in `errors`.
 */
export function errorIn(body: string): Refusal | undefined {
  const outer = read(body);
  return outer && (refusalOf(enveloped(outer)) ?? refusalOf(outer));
}

/**
 * The error that an answer carries though it calls itself good: beside the elements of a list, or in the place of one. What was not read is not
 * known, and a list without it would say that it is not there.
 */
export function errorBeside(body: unknown): Refusal | undefined {
  const outer = members.safeParse(body).data;
  if (!outer) return undefined;
  const value: unknown = outer.get('value');
  const inPlaceOfElement = Array.isArray(value) ? value.find((element: unknown) => isNamedError(element)) : undefined;
  return refusalOf(enveloped(outer)) ?? refusalOf(enveloped(members.safeParse(inPlaceOfElement).data));
}

/** Without reading each of many elements twice. */
const isNamedError = (element: unknown): boolean =>
  typeof element === 'object' && element !== null && ('error' in element || 'errors' in element) && !('id' in element);

type Members = z.infer<typeof members>;

function enveloped(outer: Members | undefined): Members | undefined {
  const several: unknown = outer?.get('errors');
  const inner: unknown = outer?.get('error') ?? outer?.get('odata.error') ?? (Array.isArray(several) ? several[0] : undefined);
  return members.safeParse(inner).data;
}

function refusalOf(error: Members | undefined): Refusal | undefined {
  if (!error) return undefined;
  const code = text.parse(error.get('code')) ?? text.parse(error.get('errorcode')) ?? undefined;
  if (code === undefined) return undefined;
  const inner = members.safeParse(error.get('innererror')).data;
  return {
    code,
    message: message.parse(error.get('message')) ?? undefined,
    innerCode: text.parse(inner?.get('code')) ?? undefined,
    policies: policiesIn(error.get('additionalinfo')),
  };
}

function read(body: string) {
  try {
    return members.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

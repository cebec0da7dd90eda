import { list, record, recordOrNone } from '../json';
import { own } from '../own';
import { pathOfField } from './policy-aliases';
import { wildcards } from '../authorization/wildcards';

/** What a policy rule asks of a resource. */
export type Condition =
  | { kind: 'allOf' | 'anyOf'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'test'; test: Test };

/** One comparison: of a field of the resource, or of a value that the request has beside it. */
export interface Test {
  /** As the rule writes it, its parameters filled in. */
  expression: string;
  /** Where the field lies; undefined for a value. */
  path: readonly string[] | undefined;
  operator: Operator;
  /** A value, or where it is found. */
  target: unknown;
  /** Of what is no field and no text. */
  value?: GroupTag;
}

export interface ReadRule {
  condition: Condition;
  effect: Effect;
  /** With the effect DeployIfNotExists. */
  deployment?: MissingThing;
  /** With the effect Modify. */
  changes?: readonly TagChange[];
  /** Roles, by the last segment of their ids, that the identity of an assignment needs for either. */
  roles?: readonly string[];
}

/** What becomes of a tag. Source: learn.microsoft.com/azure/governance/policy/concepts/effect-modify. */
export interface TagChange {
  operation: 'add' | 'addOrReplace' | 'remove';
  tag: string;
  value: string | GroupTag;
}

/** A tag of the group that a resource is in, seen when the resource is looked at. */
interface GroupTag {
  groupTag: string;
}

export type Effect = 'Deny' | 'Audit' | 'Modify' | 'DeployIfNotExists' | 'Disabled';

/** What has to be there beside a resource, and what is deployed where it is not. */
export interface MissingThing {
  /** Milliseconds from a change of the resource until it is looked for. */
  delay: number;
  /** `mode`, `template` and `parameters` of the deployment, the parameters with their expressions. */
  deployment: Readonly<Record<string, unknown>>;
}

/** What is judged: a resource as its request describes it, with its type and name, in a version of the API. */
export interface Judged {
  content: Readonly<Record<string, unknown>>;
  apiVersion: string;
  /** Those of the group that it is in. */
  groupTags?: Readonly<Record<string, string>> | undefined;
}

/** One comparison that was made, in Azure's words. */
export interface EvaluatedExpression {
  result: 'True' | 'False';
  expressionKind: 'Field' | 'Value';
  expression: string;
  path?: string;
  expressionValue?: unknown;
  targetValue: unknown;
  operator: string;
}

/** A rule that is not understood, or not served. */
export class PolicyRuleError extends Error {}

const same = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();
const has = (values: unknown, value: unknown): boolean => list(values).some((one) => same(one, value));
const isLike = (value: unknown, pattern: unknown): boolean => wildcards(String(pattern).toLowerCase())(String(value).toLowerCase());
const contains = (value: unknown, part: unknown): boolean =>
  Array.isArray(value) ? has(value, part) : String(value).toLowerCase().includes(String(part).toLowerCase());

type Compare = (value: unknown, target: unknown) => boolean;

interface Operator {
  /** As Azure shows it. */
  name: string;
  holds: Compare;
}

/** Each by the name that Azure shows of it; a field that is not there equals nothing. */
const COMPARISONS: Readonly<Record<string, Compare>> = {
  Equals: (value, target) => value !== undefined && same(value, target),
  NotEquals: (value, target) => value === undefined || !same(value, target),
  In: (value, target) => value !== undefined && has(target, value),
  NotIn: (value, target) => value === undefined || !has(target, value),
  Like: (value, target) => value !== undefined && isLike(value, target),
  NotLike: (value, target) => value === undefined || !isLike(value, target),
  Contains: (value, target) => value !== undefined && contains(value, target),
  NotContains: (value, target) => value === undefined || !contains(value, target),
  Exists: (value, target) => (value !== undefined) === same(target, true),
  Less: (value, target) => typeof value === 'string' && value < String(target),
  GreaterOrEquals: (value, target) => typeof value === 'string' && value >= String(target),
};

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries(COMPARISONS).map(([name, holds]) => [name.toLowerCase(), { name, holds }]),
);

const EFFECTS: readonly Effect[] = ['Deny', 'Audit', 'Modify', 'DeployIfNotExists', 'Disabled'];

export type Parameters = Readonly<Record<string, unknown>>;

/** What expressions may say of the resource that is looked at, as they say it: `field('name')`. */
type About = Readonly<Record<string, unknown>>;

/** Understands a policy rule with the values of its parameters. @throws PolicyRuleError for whatever would be passed over otherwise */
export function readRule(rule: unknown, parameters: Parameters): ReadRule {
  const { if: condition, then, ...others } = record(rule);
  refuseOthers(others);
  const { effect: given, details, ...more } = record(then);
  refuseOthers(more);
  const wanted = String(resolved(given, parameters)).toLowerCase();
  const effect = EFFECTS.find((one) => one.toLowerCase() === wanted);
  if (!effect) throw new PolicyRuleError(`The effect '${wanted}' is not served.`);
  const read = { condition: readCondition(condition, parameters), effect };
  const isActing = effect === 'DeployIfNotExists' || effect === 'Modify';
  if (!isActing && details === undefined) return read;
  if (!isActing && effect !== 'Disabled') throw new PolicyRuleError(`Details of the effect '${effect}' are not served.`);
  const { roleDefinitionIds, ...does } = record(details);
  const roles = list(roleDefinitionIds).map((id) => String(id).split('/').at(-1) ?? '');
  const changesTags = does['operations'] !== undefined;
  if (isActing && changesTags !== (effect === 'Modify')) throw new PolicyRuleError(`The details do not fit the effect '${effect}'.`);
  const acts = changesTags ? { changes: readChanges(does, parameters) } : { deployment: readMissing(does, parameters) };
  return effect === 'Disabled' ? read : { ...read, ...acts, roles };
}

const OPERATIONS = ['add', 'addOrReplace', 'remove'] as const;

function readChanges(details: Readonly<Record<string, unknown>>, parameters: Parameters): readonly TagChange[] {
  const { operations, ...others } = details;
  refuseOthers(others);
  return list(operations).map((one) => {
    const { operation: given, field, value, ...more } = record(one);
    refuseOthers(more);
    const operation = OPERATIONS.find((known) => known.toLowerCase() === String(given).toLowerCase());
    const path = pathOfField(String(resolved(field, parameters)));
    const tag = path?.[0] === 'tags' ? path[1] : undefined;
    if (!operation || tag === undefined) throw new PolicyRuleError('Other operations than on single tags are not served.');
    const worked = seenOrResolved(value ?? '', parameters);
    return { operation, tag, value: isGroupTag(worked) ? worked : String(worked) };
  });
}

const GROUP_TAG = /^\[resourceGroup\(\)\.tags\[(?:(parameters\('[^']+'\))|'([^']+)')\]\]$/;

/** The same as `resolved`, or where it is found when a resource is looked at. */
function seenOrResolved(value: unknown, parameters: Parameters): unknown {
  const found = GROUP_TAG.exec(typeof value === 'string' ? value : '');
  if (!found) return resolved(value, parameters);
  const [, parameter = '', literal] = found;
  return { groupTag: literal ?? String(atomOf(parameter, parameters, {})) } satisfies GroupTag;
}

const isGroupTag = (value: unknown): value is GroupTag => recordOrNone(value)?.['groupTag'] !== undefined;

/** A value as it is for a resource; a tag that its group does not have is empty. */
export function seenValue(value: unknown, { groupTags = {} }: Pick<Judged, 'groupTags'>): unknown {
  if (!isGroupTag(value)) return value;
  return Object.entries(groupTags).find(([name]) => name.toLowerCase() === value.groupTag.toLowerCase())?.[1] ?? '';
}

/** Source: learn.microsoft.com/azure/governance/policy/concepts/effect-deploy-if-not-exists; ten minutes where nothing is said. */
const USUAL_DELAY = 'PT10M';
const MINUTE = 60_000;

/** The only thing that is looked for beside a resource: that a vault backs it up. */
const BACKED_UP = 'microsoft.recoveryservices/backupprotecteditems';

function readMissing(details: Readonly<Record<string, unknown>>, parameters: Parameters): MissingThing {
  const { type, deployment, evaluationDelay, ...others } = details;
  refuseOthers(others);
  const { properties, ...beside } = record(deployment);
  refuseOthers(beside);
  const wanted = resolved(evaluationDelay, parameters) ?? USUAL_DELAY;
  const delay = typeof wanted === 'string' ? /^PT(\d{1,3})M$/i.exec(wanted)?.[1] : undefined;
  if (delay === undefined) throw new PolicyRuleError('An evaluationDelay that is not in minutes is not served.');
  if (String(type).toLowerCase() !== BACKED_UP) throw new PolicyRuleError(`Whether '${String(type)}' exist is not looked at.`);
  const missing = { delay: Number(delay) * MINUTE, deployment: record(properties) };
  deploymentFor(missing, parameters, NOBODY);
  return missing;
}

/** What a deployment is made with for a resource: its template is left as it is. @throws PolicyRuleError */
export function deploymentFor({ deployment }: MissingThing, parameters: Parameters, about: About): Record<string, unknown> {
  const given = Object.entries(record(deployment['parameters'])).map(([name, one]) => [
    name,
    { value: resolved(record(one)['value'], parameters, about) },
  ]);
  return { ...deployment, parameters: Object.fromEntries(given) };
}

/** What expressions may say of a resource in a group. */
export const aboutResource = (
  { id, name, location }: { id: string; name: string; location?: string | undefined },
  group: About,
): About => ({
  "field('id')": id,
  "field('name')": name,
  "field('location')": location,
  'resourceGroup().id': group['id'],
  'resourceGroup().name': group['name'],
  'resourceGroup().location': group['location'],
  'subscription().id': id.split('/').slice(0, 3).join('/'),
  'subscription().subscriptionId': id.split('/')[2],
});

const NOBODY = aboutResource({ id: '', name: '' }, {});

function refuseOthers(others: Readonly<Record<string, unknown>>): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new PolicyRuleError(`The member '${name}' of a policy rule is not served.`);
}

function readCondition(given: unknown, parameters: Parameters): Condition {
  const condition = recordOrNone(given);
  if (!condition) throw new PolicyRuleError('A condition of a policy rule must be an object.');
  const names = Object.keys(condition);
  const [first = ''] = names;
  if (names.length === 1 && (first === 'allOf' || first === 'anyOf')) {
    if (!Array.isArray(condition[first])) throw new PolicyRuleError(`'${first}' must be an array.`);
    return { kind: first, of: list(condition[first]).map((one) => readCondition(one, parameters)) };
  }
  if (names.length === 1 && first === 'not') return { kind: 'not', of: readCondition(condition[first], parameters) };
  return { kind: 'test', test: readTest(condition, parameters) };
}

function readTest(condition: Readonly<Record<string, unknown>>, parameters: Parameters): Test {
  const { field, value, ...rest } = condition;
  const [[name, target] = ['', undefined], ...more] = Object.entries(rest);
  const operator = OPERATORS.get(name.toLowerCase());
  if (!operator || more.length > 0) throw new PolicyRuleError(`The condition '${name}' is not served.`);
  const compared = { operator, target: seenOrResolved(target, parameters) };
  if (field === undefined) return { ...readValue(value, parameters), path: undefined, ...compared };
  const expression = String(resolved(field, parameters));
  const path = pathOfField(expression);
  if (!path || value !== undefined) throw new PolicyRuleError(`The field '${expression}' is not served.`);
  return { expression, path, ...compared };
}

const API_VERSION = '[requestContext().apiVersion]';

function readValue(value: unknown, parameters: Parameters): Pick<Test, 'expression' | 'value'> {
  if (value === API_VERSION) return { expression: API_VERSION };
  const read = seenOrResolved(value, parameters);
  if (isGroupTag(read)) return { expression: String(value), value: read };
  if (typeof read === 'string') return { expression: read };
  throw new PolicyRuleError('A value that is no text is not served.');
}

const PARAMETER = /^parameters\('([^']+)'\)$/;
const EMPTY = /^empty\((parameters\('[^']+'\))\)$/;
const CONCAT = /^concat\((.+)\)$/;
const PART = /\s*(?:'((?:[^']|'')*)'|((?:parameters|field)\('[^']+'\)|(?:resourceGroup|subscription)\(\)\.\w+))\s*(?:,|$)/gy;

/** A value of a rule with its expression worked out. @throws PolicyRuleError for other functions than these */
function resolved(value: unknown, parameters: Parameters, about: About = {}): unknown {
  if (typeof value !== 'string' || !/^\[(?!\[).*\]$/s.test(value)) return value;
  const expression = value.slice(1, -1);
  const asked = EMPTY.exec(expression)?.[1];
  if (asked !== undefined) return String(isEmpty(atomOf(asked, parameters, about)));
  if (isAtom(expression, about)) return atomOf(expression, parameters, about);
  const parts = partsOf(CONCAT.exec(expression)?.[1] ?? '');
  if (!parts) throw new PolicyRuleError(`The expression '${value}' is not served.`);
  return parts.map(({ literal, atom }) => literal ?? String(atomOf(atom ?? '', parameters, about))).join('');
}

/** The same of everything in a value. @throws PolicyRuleError */
export function resolvedDeep(value: unknown, parameters: Parameters): unknown {
  if (Array.isArray(value)) return value.map((one) => resolvedDeep(one, parameters));
  const inner = recordOrNone(value);
  if (!inner) return resolved(value, parameters);
  return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, resolvedDeep(one, parameters)]));
}

const isEmpty = (value: unknown): boolean => (Array.isArray(value) || typeof value === 'string') && value.length === 0;

const isAtom = (expression: string, about: About): boolean => PARAMETER.test(expression) || Object.hasOwn(about, expression);

/** @throws PolicyRuleError for what is no parameter and nothing of the resource */
function atomOf(expression: string, parameters: Parameters, about: About): unknown {
  const parameter = PARAMETER.exec(expression)?.[1];
  if (parameter !== undefined) return parameterOf(parameter, parameters);
  if (Object.hasOwn(about, expression)) return own(about, expression);
  throw new PolicyRuleError(`The expression '${expression}' is not served.`);
}

function partsOf(whole: string): { literal: string | undefined; atom: string | undefined }[] | undefined {
  const found = [...whole.matchAll(PART)];
  if (found.length === 0 || found.reduce((length, [match]) => length + match.length, 0) !== whole.length) return undefined;
  return found.map(([, literal, atom]) => ({ literal: literal?.replaceAll("''", "'"), atom }));
}

function parameterOf(name: string, parameters: Parameters): unknown {
  const value = own(parameters, name);
  if (value === undefined) throw new PolicyRuleError(`The parameter '${name}' is not defined.`);
  return value;
}

/** What lies at a path, in any case, as a list where the path goes through the members of an array. */
function valuesAt(content: unknown, path: readonly string[]): readonly unknown[] | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return [content ?? undefined];
  const each = name.endsWith('[*]');
  const wanted = (each ? name.slice(0, -3) : name).toLowerCase();
  const inner = Object.entries(record(content)).find(([one]) => one.toLowerCase() === wanted)?.[1];
  if (!each) return valuesAt(inner, rest);
  return list(inner).flatMap((member) => valuesAt(member, rest) ?? []);
}

const inShort = (location: unknown): unknown => (typeof location === 'string' ? location.toLowerCase().replaceAll(' ', '') : location);

/** Names of regions compare in every spelling. */
const normal = (path: readonly string[] | undefined, value: unknown): unknown => {
  if (path?.[0] !== 'location') return value;
  return Array.isArray(value) ? value.map(inShort) : inShort(value);
};

function evaluateTest({ expression, path, operator, target: wanted, value }: Test, judged: Judged) {
  const { content, apiVersion } = judged;
  const target = seenValue(wanted, judged);
  const given = value ? seenValue(value, judged) : expression === API_VERSION ? apiVersion : expression;
  const values = path ? (valuesAt(content, path) ?? []) : [given];
  // Of an array every member must fit, so that an empty one always does.
  const isTrue = values.every((one) => operator.holds(normal(path, one), normal(path, target)));
  const shown = path?.some((name) => name.endsWith('[*]')) ? values.filter((one) => one !== undefined) : values[0];
  const evaluated: EvaluatedExpression = {
    result: isTrue ? 'True' : 'False',
    expressionKind: path ? 'Field' : 'Value',
    expression,
    ...(path && { path: path.join('.') }),
    ...(shown !== undefined && { expressionValue: shown }),
    targetValue: target,
    operator: operator.name,
  };
  return { isTrue, evaluated };
}

interface Verdict {
  isTrue: boolean;
  /** The comparisons that decided it. */
  expressions: readonly EvaluatedExpression[];
}

/** Whether a resource is what a rule describes, and by which comparisons. */
export function evaluateCondition(condition: Condition, judged: Judged): Verdict {
  switch (condition.kind) {
    case 'test': {
      const { isTrue, evaluated } = evaluateTest(condition.test, judged);
      return { isTrue, expressions: [evaluated] };
    }
    case 'not': {
      const { isTrue, expressions } = evaluateCondition(condition.of, judged);
      return { isTrue: !isTrue, expressions };
    }
    default: {
      const isAll = condition.kind === 'allOf';
      const verdicts = condition.of.map((one) => evaluateCondition(one, judged));
      const isTrue = isAll ? verdicts.every((one) => one.isTrue) : verdicts.some((one) => one.isTrue);
      const deciding = verdicts.filter((one) => one.isTrue === isTrue);
      return { isTrue, expressions: deciding.flatMap(({ expressions }) => expressions) };
    }
  }
}

/** Every comparison of a condition. */
export function testsOf(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case 'test':
      return [condition.test];
    case 'not':
      return testsOf(condition.of);
    default:
      return condition.of.flatMap(testsOf);
  }
}

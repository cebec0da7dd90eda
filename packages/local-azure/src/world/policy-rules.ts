import { list, record, recordOrNone } from './json';
import { own } from './own';
import { pathOfField } from './policy-aliases';
import { wildcards } from './wildcards';

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
  target: unknown;
}

export interface ReadRule {
  condition: Condition;
  effect: Effect;
}

export type Effect = 'Deny' | 'Audit' | 'Disabled';

/** What is judged: a resource as its request describes it, with its type and name, in a version of the API. */
export interface Judged {
  content: Readonly<Record<string, unknown>>;
  apiVersion: string;
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

const EFFECTS: readonly Effect[] = ['Deny', 'Audit', 'Disabled'];

export type Parameters = Readonly<Record<string, unknown>>;

/** Understands a policy rule with the values of its parameters. @throws PolicyRuleError for whatever would be passed over otherwise */
export function readRule(rule: unknown, parameters: Parameters): ReadRule {
  const { if: condition, then, ...others } = record(rule);
  refuseOthers(others);
  const { effect: given, ...details } = record(then);
  refuseOthers(details);
  const wanted = String(resolved(given, parameters)).toLowerCase();
  const effect = EFFECTS.find((one) => one.toLowerCase() === wanted);
  if (!effect) throw new PolicyRuleError(`The effect '${wanted}' is not served.`);
  return { condition: readCondition(condition, parameters), effect };
}

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
  const compared = { operator, target: resolved(target, parameters) };
  if (field === undefined) return { expression: readValue(value, parameters), path: undefined, ...compared };
  const expression = String(resolved(field, parameters));
  const path = pathOfField(expression);
  if (!path || value !== undefined) throw new PolicyRuleError(`The field '${expression}' is not served.`);
  return { expression, path, ...compared };
}

const API_VERSION = '[requestContext().apiVersion]';

function readValue(value: unknown, parameters: Parameters): string {
  if (value === API_VERSION) return API_VERSION;
  const resolvedValue = resolved(value, parameters);
  if (typeof resolvedValue === 'string') return resolvedValue;
  throw new PolicyRuleError('A value that is no text is not served.');
}

const PARAMETER = /^parameters\('([^']+)'\)$/;
const CONCAT = /^concat\((.+)\)$/;
const PART = /\s*(?:'((?:[^']|'')*)'|(parameters\('[^']+'\)))\s*(?:,|$)/gy;

/** A value of a rule with its expression worked out. @throws PolicyRuleError for other functions than parameters and concat */
function resolved(value: unknown, parameters: Parameters): unknown {
  if (typeof value !== 'string' || !/^\[(?!\[).*\]$/s.test(value)) return value;
  const expression = value.slice(1, -1);
  const parameter = PARAMETER.exec(expression)?.[1];
  if (parameter !== undefined) return parameterOf(parameter, parameters);
  const parts = partsOf(CONCAT.exec(expression)?.[1] ?? '');
  if (!parts) throw new PolicyRuleError(`The expression '${value}' is not served.`);
  return parts.map(({ literal, parameter: name }) => literal ?? String(parameterOf(name ?? '', parameters))).join('');
}

function partsOf(whole: string): { literal: string | undefined; parameter: string | undefined }[] | undefined {
  const found = [...whole.matchAll(PART)];
  if (found.length === 0 || found.reduce((length, [match]) => length + match.length, 0) !== whole.length) return undefined;
  return found.map(([, literal, parameter]) => ({
    literal: literal?.replaceAll("''", "'"),
    parameter: PARAMETER.exec(parameter ?? '')?.[1],
  }));
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

function evaluateTest({ expression, path, operator, target }: Test, { content, apiVersion }: Judged) {
  const values = path ? (valuesAt(content, path) ?? []) : [expression === API_VERSION ? apiVersion : expression];
  // Of an array every member must fit, so that an empty one always does.
  const isTrue = values.every((value) => operator.holds(normal(path, value), normal(path, target)));
  const shown = path?.some((name) => name.endsWith('[*]')) ? values.filter((value) => value !== undefined) : values[0];
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

export interface Verdict {
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

import { record } from '../../world/json';
import { pathOfField } from '../../world/policies/policy-aliases';
import { tagChangesFor, violationsOf, type Described, type PolicyTagChange, type Violation } from '../../world/policies/policy-assignments';
import { testsOf, type Condition, type EvaluatedExpression, type Test } from '../../world/policies/policy-rules';
import { own } from '../../world/own';
import type { World } from '../../world/world';
import { policyOf } from './policy-reference';

/** A field that is not decided yet, with the values it may get; without any, whatever is put there. */
export interface PendingField {
  field: string;
  values: readonly string[];
}

const key = (path: readonly string[]): string => `${path.join('\n')}\n`.toLowerCase();

/** Whether a comparison looks at a field, or at a part of it. */
function looksAtField({ path }: Pick<Test, 'path'>, field: string): boolean {
  const wanted = pathOfField(field);
  return wanted !== undefined && path !== undefined && key(path).startsWith(key(wanted));
}

/** Whether a condition looks at a field. */
export const mentions = (condition: Condition, field: string): boolean => testsOf(condition).some((test) => looksAtField(test, field));

/** A resource with another value of a field. */
function withValue(content: Readonly<Record<string, unknown>>, path: readonly string[], value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path;
  const isEach = name.endsWith('[*]');
  const wanted = isEach ? name.slice(0, -3) : name;
  const known = Object.keys(content).find((one) => one.toLowerCase() === wanted.toLowerCase()) ?? wanted;
  if (rest.length === 0) return { ...content, [known]: value };
  const inner = withValue(isEach ? {} : record(own(content, known)), rest, value);
  return { ...content, [known]: isEach ? [inner] : inner };
}

interface FieldRestriction {
  result: 'Required' | 'Removed' | 'Deny' | 'Audit';
  /** What a policy puts there itself. */
  defaultValue?: string;
  values?: readonly string[];
  policy: object;
  policyEffect: string;
  reason: string;
}

interface FieldRestrictions {
  field: string;
  restrictions: FieldRestriction[];
}

/** What policies would refuse of each pending field: values of those that have some, and the lack of one. */
export function fieldRestrictions(
  world: World,
  resource: Described,
  pending: readonly PendingField[],
  counts: (violation: Violation) => boolean,
): FieldRestrictions[] {
  const byField = new Map<string, FieldRestriction[]>();
  const add = (field: string, restriction: FieldRestriction) => byField.set(field, [...(byField.get(field) ?? []), restriction]);
  for (const { field, values } of pending) {
    const concerns = (violation: Violation) => counts(violation) && mentions(violation.rule.condition, field);
    if (values.length === 0) {
      for (const change of tagChangesFor(world, resource)) {
        const label = `tags.${change.tag}`;
        if (looksAtField({ path: ['tags', change.tag] }, field)) add(label, changed(change, label));
      }
      for (const violation of violationsOf(world, resource).filter(concerns)) {
        for (const test of violation.expressions.filter((one) => looksAt(one, field))) add(labelOf(test), required(violation, test));
      }
      continue;
    }
    for (const restriction of denied(world, resource, { field, values }, concerns)) add(field, restriction);
  }
  return [...byField].map(([field, restrictions]) => ({ field, restrictions }));
}

const looksAt = ({ path }: EvaluatedExpression, field: string): boolean =>
  path !== undefined && looksAtField({ path: pathOfField(field) && path.split('.') }, field);

/** `tags.costCenter`, or the field as the policy names it. */
const labelOf = ({ path, expression }: EvaluatedExpression): string => (path?.startsWith('tags.') ? path : expression);

/** What a policy changes by itself. */
function changed({ policy, operation, value }: PolicyTagChange, label: string): FieldRestriction {
  const common = { policy: policyOf(policy), policyEffect: 'Modify' };
  return operation === 'remove'
    ? { result: 'Removed', ...common, reason: `${label} is removed by policy` }
    : { result: 'Required', defaultValue: value, ...common, reason: `${label} is added by policy` };
}

function required(violation: Violation, test: EvaluatedExpression): FieldRestriction {
  const allowed = allowedBy(test);
  return {
    result: 'Required',
    ...(allowed && { values: allowed }),
    policy: policyOf(violation),
    policyEffect: violation.rule.effect,
    reason: `${labelOf(test)} is required`,
  };
}

function denied(world: World, resource: Described, { field, values }: PendingField, concerns: (violation: Violation) => boolean) {
  const path = pathOfField(field);
  if (!path) return [];
  const found = new Map<string, { violation: Violation; values: string[] }>();
  for (const value of values) {
    const content = withValue(resource.content, path, value);
    for (const violation of violationsOf(world, { ...resource, content }).filter(concerns)) {
      const id = JSON.stringify(policyOf(violation));
      found.set(id, { violation, values: [...(found.get(id)?.values ?? []), value] });
    }
  }
  return [...found.values()].map(({ violation, values: refused }): FieldRestriction => {
    const allowed = violation.expressions.filter((one) => looksAt(one, field)).flatMap((one) => allowedBy(one) ?? []);
    return {
      result: violation.rule.effect === 'Deny' ? 'Deny' : 'Audit',
      values: refused,
      policy: policyOf(violation),
      policyEffect: violation.rule.effect,
      reason: allowed.length > 0 ? `${field} must be one of the following: ${allowed.join(', ')}` : `${field} is denied by policy`,
    };
  });
}

/** The values that a comparison would have let be; undefined where they are not named. */
function allowedBy({ operator, targetValue, result }: EvaluatedExpression): string[] | undefined {
  const isNamed = result === 'True' ? ['NotIn', 'NotEquals'].includes(operator) : ['In', 'Equals'].includes(operator);
  if (!isNamed) return undefined;
  return Array.isArray(targetValue) ? targetValue.map(String) : [String(targetValue)];
}

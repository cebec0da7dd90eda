import { record } from '../../../world/json';
import { functions } from './functions';
import { parseExpression, type Expression } from './parse-expression';
import { resourceIdOf, subscriptionResourceIdOf, type TemplateScope } from './resource-ids';
import { TemplateError } from './template-error';
import { own } from '../../../world/own';

/** Everything that expressions of a deployment can speak of. */
export interface TemplateContext extends TemplateScope {
  location: string;
  deploymentName: string;
  parameters: Record<string, unknown>;
  variables: Record<string, unknown>;
  /** What a resource is, by id or, within the template, by name; for `reference`. */
  reference(idOrName: string): unknown;
  /** Places in loops, by the loop's name; '' for the innermost. */
  loops: Record<string, number>;
  /** The variables that are being worked out, in lower case. */
  within: readonly string[];
  /** Letters and elements that may still be worked out. */
  room: { left: number };
}

/** So much a template may come to when it is worked out. */
export const TEMPLATE_ROOM = 4 * 1024 * 1024;

/** A value of a template with every expression in it worked out. @throws TemplateError */
export function evaluate(context: TemplateContext, value: unknown): unknown {
  try {
    return workedOut(context, value);
  } catch (error) {
    // Nested deeper than the stack, or a value longer than a text may be.
    if (error instanceof RangeError) throw new TemplateError('The template is too complex.');
    throw error;
  }
}

function workedOut(context: TemplateContext, value: unknown): unknown {
  if (typeof value === 'string') return evaluateText(context, value);
  if (Array.isArray(value)) return value.map((one) => workedOut(context, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [String(evaluateText(context, name)), workedOut(context, one)]));
}

/** Variables that name others several times over grow without end. @throws TemplateError */
function within(context: TemplateContext, value: unknown): unknown {
  context.room.left -= typeof value === 'string' || Array.isArray(value) ? value.length : 1;
  if (context.room.left >= 0) return value;
  throw new TemplateError(`The size of the template after it was worked out exceeds ${TEMPLATE_ROOM} bytes.`);
}

function evaluateText(context: TemplateContext, text: string): unknown {
  if (text.startsWith('[[')) return text.slice(1);
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  return run(context, parseExpression(text.slice(1, -1)));
}

function run(context: TemplateContext, expression: Expression): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'property':
      return member(run(context, expression.of), expression.name);
    case 'index':
      return member(run(context, expression.of), run(context, expression.at));
    default:
      return within(context, call(context, expression.name, expression.args));
  }
}

function member(value: unknown, key: unknown): unknown {
  const found = Array.isArray(value)
    ? (value as unknown[])[Number(key)]
    : Object.entries(record(value)).find(([name]) => name.toLowerCase() === String(key).toLowerCase())?.[1];
  if (found !== undefined) return found;
  throw new TemplateError(`The language expression property '${String(key)}' doesn't exist.`);
}

function call(context: TemplateContext, name: string, args: Expression[]): unknown {
  // Only the branch that is taken is worked out.
  if (name.toLowerCase() === 'if') return run(context, taken(context, args));
  const values = args.map((arg) => run(context, arg));
  const [first] = values;
  switch (name.toLowerCase()) {
    case 'parameters':
      return named(context.parameters, 'parameter', String(first));
    case 'variables':
      return variable(context, String(first));
    case 'resourceid':
      return resourceIdOf(context, values.map(String));
    case 'subscriptionresourceid':
      return subscriptionResourceIdOf(context, values.map(String));
    case 'resourcegroup':
      return { id: resourceGroupIdOf(context), name: context.group, location: context.location };
    case 'subscription':
      return { id: `/subscriptions/${context.subscriptionId}`, subscriptionId: context.subscriptionId };
    case 'deployment':
      return { name: context.deploymentName, ...(context.group === '' && { location: context.location }) };
    case 'reference':
      return context.reference(String(first));
    case 'copyindex':
      return (
        (own(context.loops, typeof first === 'string' ? first : '') ?? 0) + Number((typeof first === 'number' ? first : values[1]) ?? 0)
      );
    default:
      return plain(name, values);
  }
}

const resourceGroupIdOf = ({ subscriptionId, group }: TemplateScope) => `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

function taken(context: TemplateContext, [condition, yes, no]: Expression[]): Expression {
  const branch = condition && (run(context, condition) === true ? yes : no);
  if (branch) return branch;
  throw new TemplateError('if() takes three arguments.');
}

function variable(context: TemplateContext, name: string): unknown {
  const key = name.toLowerCase();
  if (context.within.includes(key)) throw new TemplateError(`The template variable '${name}' is not valid: circular dependency detected.`);
  return workedOut({ ...context, within: [...context.within, key] }, named(context.variables, 'variable', name));
}

function plain(name: string, values: unknown[]): unknown {
  const found = own(functions, name.toLowerCase());
  if (found) return found(...values);
  throw new TemplateError(`The template function '${name}' is not valid or not known here.`);
}

function named(values: Record<string, unknown>, kind: string, name: string): unknown {
  const found = Object.entries(values).find(([one]) => one.toLowerCase() === name.toLowerCase());
  if (found) return found[1];
  throw new TemplateError(`The template ${kind} '${name}' is not found.`);
}

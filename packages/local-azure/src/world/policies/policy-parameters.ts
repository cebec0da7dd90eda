import { own } from '../own';
import type { PolicyDefinition } from './policy-definitions';
import type { Parameters } from './policy-rules';

/** The values of all parameters of a policy, those that an assignment leaves out by their default. */
export const parametersOf = ({ parameters }: Pick<PolicyDefinition, 'parameters'>, given: Parameters): Parameters => ({
  ...Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { defaultValue }]) => (defaultValue === undefined ? [] : [[name, defaultValue]])),
  ),
  ...given,
});

const quoted = (values: readonly unknown[]): string => `'${values.map(String).join(', ')}'`;

/** What is wrong with the values that an assignment gives: one is not defined, missing or not allowed. Undefined where nothing is. */
export function troubleWithParameters(
  assignment: string,
  { parameters, name }: Pick<PolicyDefinition, 'parameters' | 'name'>,
  given: Parameters,
): { code: string; message: string } | undefined {
  const unknown = Object.keys(given).filter((one) => own(parameters, one) === undefined);
  if (unknown.length > 0) {
    const message = `The policy assignment '${assignment}' defines the parameter(s) ${quoted(unknown)}, which are not defined in the policy definition '${name}'.`;
    return { code: 'UndefinedPolicyParameter', message };
  }
  const missing = Object.entries(parameters).flatMap(([one, { defaultValue }]) =>
    defaultValue === undefined && own(given, one) == null ? [one] : [],
  );
  if (missing.length > 0) {
    const message = `The policy assignment '${assignment}' is missing the parameter(s) ${quoted(missing)} as defined in the policy definition '${name}'.`;
    return { code: 'MissingPolicyParameter', message };
  }
  for (const [one, value] of Object.entries(given)) {
    const allowed = own(parameters, one)?.allowedValues;
    if (!allowed || allowed.includes(value)) continue;
    const message = `The value '${String(value)}' is not allowed for policy parameter '${one}'. The allowed values are ${quoted(allowed)}.`;
    return { code: 'PolicyParameterValueNotAllowed', message };
  }
  return undefined;
}

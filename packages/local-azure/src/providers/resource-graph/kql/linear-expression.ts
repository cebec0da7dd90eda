import { setFlagsFromString } from 'node:v8';
import { QueryError } from './query-error';

// The service's expressions are RE2's, which never go back in what they have read. V8 has an engine that can do the same.
setFlagsFromString('--enable-experimental-regexp-engine');
const LINEAR = 'l';

/**
 * A regular expression that takes time in proportion to the text, whatever is written in it.
 * @throws QueryError when it is none, or one that needs more: backreferences, looking ahead or behind, long repetitions
 */
export function linearExpression(pattern: string): RegExp {
  try {
    const expression = new RegExp(pattern, LINEAR);
    // Only now it is compiled, and refused where it is not linear.
    expression.test('');
    expression.lastIndex = 0;
    return expression;
  } catch {
    throw new QueryError('SemanticError', `Invalid regular expression: '${pattern}'.`);
  }
}

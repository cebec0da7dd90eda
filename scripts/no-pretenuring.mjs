// A program whose functions are all made among what is new. V8 takes one that is assigned to a property for long-lived and makes it in old space
// at once ("pretenuring"). Where that happens for every request, all that such a function knows stays until V8 looks through all of its heap:
// the request, the answer, and who asks.
import { parseAst } from 'vite';

const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string';

function* nodesIn(node) {
  yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) yield* nodesIn(child);
}

const isAssignedFunction = ({ type, operator, left, right }) =>
  type === 'AssignmentExpression' &&
  operator === '=' &&
  left.type === 'MemberExpression' &&
  (right.type === 'FunctionExpression' || right.type === 'ArrowFunctionExpression');

/**
 * The same code with every function that is assigned to a property behind a comma, where V8 no longer sees the assignment.
 * @param {string} code
 */
export function withoutPretenuring(code) {
  const functions = [...nodesIn(parseAst(code))].filter(isAssignedFunction).map(({ right }) => right);
  const insertions = functions.flatMap(({ start, end }) => [
    { at: start, text: '(0, ' },
    { at: end, text: ')' },
  ]);
  const pieces = [];
  let done = 0;
  for (const { at, text } of insertions.toSorted((one, other) => one.at - other.at)) {
    pieces.push(code.slice(done, at), text);
    done = at;
  }
  return pieces.join('') + code.slice(done);
}

/** For the programs Vite builds. Lines stay as they are, so the source maps still name them; columns behind a function are a little off. */
export const noPretenuring = () => ({
  name: 'no-pretenuring',
  generateBundle: {
    /** @type {'post'} */
    order: 'post',
    handler(_options, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = withoutPretenuring(part.code);
    },
  },
});

const MESSAGE =
  'A text with parameters goes through defineMessages or defineGroups, so that the compiler knows what has to be said with it.';

const LANGUAGES = new Set(['de', 'en']);
const DEFINES = new Set(['defineMessages', 'defineGroups']);

const hasParameter = ({ type, value }) => type === 'Literal' && typeof value === 'string' && /\{\s*\w+\s*[,}]/.test(value);

function isDefined(node) {
  for (let outer = node.parent; outer; outer = outer.parent)
    if (outer.type === 'CallExpression' && DEFINES.has(outer.callee.name)) return true;
  return false;
}

/** Forbids texts with parameters that no compiler reads. */
const defined = {
  create: (context) => ({
    Property(node) {
      if (LANGUAGES.has(node.key.name) && hasParameter(node.value) && !isDefined(node)) context.report({ node, message: MESSAGE });
    },
  }),
};

export default { meta: { name: 'messages' }, rules: { defined } };

const MESSAGE = 'What time it is says the session (now) or the portal’s azureNow: Azure’s clock decides, not this computer’s.';

const isDate = (node) => node.type === 'Identifier' && node.name === 'Date';

/** Forbids reading the computer's own clock. */
const noOwnClock = {
  create: (context) => ({
    NewExpression(node) {
      if (isDate(node.callee) && node.arguments.length === 0) context.report({ node, message: MESSAGE });
    },
    CallExpression(node) {
      if (isDate(node.callee)) context.report({ node, message: MESSAGE });
    },
    MemberExpression(node) {
      if (isDate(node.object) && node.property.name === 'now') context.report({ node, message: MESSAGE });
    },
  }),
};

export default { meta: { name: 'azure-clock' }, rules: { 'no-own-clock': noOwnClock } };

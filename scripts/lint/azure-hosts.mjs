const MESSAGE = 'Hosts of Azure stand in one table, clouds.ts, for each of its clouds.';

const HOST =
  /\b(?:management|login|graph|microsoftgraph|vault|blob|core|storage)\.(?:[a-z0-9-]+\.)*(?:azure\.(?:com|net|cn|us)|windows\.net|microsoft(?:online)?\.(?:com|us|cn)|usgovcloudapi\.net|chinacloudapi\.cn|sovcloud[a-z-]*\.(?:de|fr))\b/i;

/** Forbids naming a host of Azure anywhere but in the table of clouds. */
const oneTable = {
  create: (context) => {
    const check = (node, text) => {
      if (typeof text === 'string' && HOST.test(text)) context.report({ node, message: MESSAGE });
    };
    return {
      Literal(node) {
        check(node, node.regex?.pattern.replaceAll('\\', '') ?? node.value);
      },
      TemplateElement(node) {
        check(node, node.value.cooked);
      },
    };
  },
};

export default { meta: { name: 'azure-hosts' }, rules: { 'one-table': oneTable } };

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** What a schema is in a few words: `Job[]`-like for lists, the names of an object's members, the values of a choice. */
function wordsOf(schema) {
  if (schema === undefined) return '–';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return [...new Set(choice.map(wordsOf))].join(' or ');
  if (schema.type === 'array') return `list of ${wordsOf(schema.items)}`;
  if (schema.properties === undefined) return schema.format ?? schema.type ?? 'anything';
  const optional = (name) => (schema.required?.includes(name) ? name : `${name}?`);
  return `{ ${Object.keys(schema.properties).map(optional).join(', ')} }`;
}

const cell = (text) => text.replaceAll('|', '\\|');
const bodyOf = (content) => content?.['application/json']?.schema ?? content?.['text/event-stream']?.schema;

function rowOf(path, method, { requestBody, parameters = [], responses }) {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name, required }) => (required ? name : `${name}?`));
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? ['–', {}];
  const cells = [
    `\`${method.toUpperCase()} ${path}\``,
    query.join(', ') || '–',
    wordsOf(bodyOf(requestBody?.content)),
    `${status}: ${wordsOf(bodyOf(answer.content))}`,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** The page of the API, from its OpenAPI document: a table for each word of it. */
export function renderApi(document) {
  const byWord = new Map();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((name) => name in operations)) {
      const word = path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? path;
      byWord.set(word, [...(byWord.get(word) ?? []), rowOf(path, method, operations[method])]);
    }
  }
  const head = ['| call | query | body | answer |', '| ---- | ----- | ---- | ------ |'];
  const tables = [...byWord]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([word, rows]) => [`## ${word}`, '', ...head, ...rows].join('\n'));
  return `# API

Written by \`npm run docs:api\` from the contract; \`/api/openapi.json\` has every schema. All calls take the token of the signed-in person
(\`Authorization: Bearer …\`) below \`/api\`. Whatever fails answers \`application/problem+json\` with a \`code\`:
${document['x-problem'].properties.code.enum.map((code) => `\`${code}\``).join(', ')}.

${tables.join('\n\n')}
`;
}

import { formatted } from '../formatted.mjs';

/** What of the measured figures says how large a server has to be. */
const FIGURES = [
  'BFF: memory after 10,000 mixed requests',
  '10 lists of 10,000 VMs at once: memory of the BFF',
  'list of 50,000 VMs: memory of the BFF',
  '10 lists of 10,000 VMs at once: time to all',
  'list of 50,000 VMs: time to all rows',
  'enabling 1,000 VMs: time',
  'BFF: start to ready',
];

export const cell = (text) => text.replaceAll('|', '\\|');
export const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const isNothing = (value) => value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** What holds where nothing is set: a default, a dash where nothing has to be set, or that it is needed. */
function defaultOf(schema) {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return 'needed';
  return isNothing(data) ? '–' : `\`${data}\``;
}

/** Those of the demo are left out. */
function settingsTable(shape) {
  const rows = Object.entries(shape)
    .filter(([, { description }]) => !description.endsWith('(local mode)'))
    .map(([name, schema]) => [`\`${name}\``, defaultOf(schema), cell(schema.description)]);
  return table(['setting', 'default', 'meaning'], rows);
}

/** From the newest chapter of the page of measured figures. */
function figuresTable(performance) {
  const [, chapter] = performance.split(/^## /m);
  const measured = chapter
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((one) => one.trim()));
  const rows = FIGURES.map((figure) => {
    const [, what, median, range] = measured.find(([, what]) => what === figure) ?? [];
    if (what === undefined) throw new Error(`docs/performance.md has no figure “${figure}”`);
    return [what, median, range || '–'];
  });
  return table(['measured', 'median', 'range'], rows);
}

export function fill(page, name, text) {
  const begin = `<!-- ${name}: written by npm run docs:operations -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, rest = ''] = page.split(begin);
  const [, after] = rest.split(end);
  if (after === undefined) throw new Error(`the page has no place for the ${name}`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}

/**
 * The page with the tables of today's settings and of the figures last measured.
 * @param {string} page
 * @param {Record<string, { description?: string, safeParse: (value: undefined) => { success: boolean, data?: any } }>} shape
 * @param {string} performance text of docs/performance.md
 */
export function renderOperations(page, shape, performance) {
  const filled = fill(fill(page, 'settings', settingsTable(shape)), 'figures', figuresTable(performance));
  return formatted('operations.md', filled);
}

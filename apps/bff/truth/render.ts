import { NOT_RECORDED } from './not-recorded';
import { isFirst, type Entry, type Grounds, type Ledger, type Row } from './ledger';

const WORDS = { assumed: 'assumed', described: 'OpenAPI only', recorded: 'recorded' };

function groundsOf(grounds: Grounds): string {
  if (grounds.kind !== 'recorded') return WORDS[grounds.kind];
  const version = grounds.apiVersion === null ? '' : `, API version ${grounds.apiVersion}`;
  const as = grounds.as === undefined ? '' : `, as ${grounds.as}`;
  return `recorded ${grounds.date}${version}${as}`;
}

const share = ({ recorded, all }: { recorded: number; all: number }) => `${recorded} of ${all} (${Math.floor((recorded / all) * 100)} %)`;

const row = ({ name, grounds }: Row) => `| \`${name.replaceAll('|', '\\|')}\` | ${groundsOf(grounds)} |`;

function section({ name, method, path, grounds, fields }: Entry): string {
  const where = method === null ? '' : `\n\n\`${method} ${path}\``;
  const table = fields.length === 0 ? '' : `\n\n| what decides | known from |\n| --- | --- |\n${fields.map(row).join('\n')}`;
  return `### ${name}: ${groundsOf(grounds)}${where}${table}`;
}

/** @throws where nobody has said why an operation has read no recorded answer, or has said so of one that has */
function whyNot({ name, method, grounds }: Entry): string[] {
  const why = NOT_RECORDED[name];
  const isRecorded = method === null || grounds.kind === 'recorded';
  if (isRecorded !== (why === undefined))
    throw new Error(`apps/bff/truth/not-recorded.ts: ${name} is ${isRecorded ? '' : 'not '}recorded.`);
  return why === undefined ? [] : [`| ${name} | ${why} |`];
}

/** The page on what is known of Azure, in Markdown. */
export function renderLedger(ledger: Ledger): string {
  const of = (kind: Grounds['kind']) => ledger.entries.filter((entry) => entry.grounds.kind === kind && !isFirst(entry));
  return `${[
    '# What is known of Azure, and from where',
    'Written by `npm run docs:truth`, which plays recorded answers of the real service to the product’s own readers; edit those, not this page.',
    `Real answers were read by ${share(ledger.operations)} operations and in ${share(ledger.fields)} of the fields, codes and headers that decide something; ${ledger.exchanges} exchanges were played. _Recorded_: the service was seen to send it, at the latest on that day. _OpenAPI only_: Microsoft’s description names it, and no recording at hand has it. _Assumed_: neither; the product rests on documentation or on likeness.`,
    '## Assumed, and searched for in vain',
    'No public recording shows a recovery point with `keyAndSecret`, the backup or restore of a machine with Azure Disk Encryption, Azure’s checks before enabling and before restoring, the files that a restore leaves, or the exchange on behalf of a user.',
    ...ledger.entries.filter(isFirst).map(section),
    '## Assumed',
    ...of('assumed').map(section),
    '## OpenAPI only',
    ...of('described').map(section),
    '## Recorded',
    ...of('recorded').map(section),
    '## Why the others have read none',
    'In none of the recordings at hand, and why; what is recorded of something else is not counted for them.',
    `| operation | why no answer was recorded |\n| --- | --- |\n${ledger.entries.flatMap(whyNot).join('\n')}`,
    '## What only the doctor reads',
    'No command and no screen of the product decides on it, so it counts in none of the figures above. `npm run doctor -- --record <folder>` writes such answers of a tenant down; `npm run docs:truth -- <folder>` lets them join.',
    ...ledger.ofDoctor.map(section),
  ].join('\n\n')}\n`;
}

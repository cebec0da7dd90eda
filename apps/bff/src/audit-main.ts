import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config';
import { withStoreAsItIs } from './store/open-stores';
import type { SegmentFault } from './store/segments';
import { CommandSegments } from './store/sql/segments';
import { whyUnreadable } from './store/why-unreadable';

const FAULTS: Readonly<Record<SegmentFault['fault'], string>> = {
  missing: 'is missing',
  'not-linked': 'does not continue the one before it',
  changed: 'is not as it was closed',
  'entries-missing': 'lacks entries',
  'entries-added': 'has entries that were added later',
};

/** Whether the record is as it was closed. What was cut off at its end shows only beside the last number and hash that a log has kept. */
async function verify(segments: CommandSegments): Promise<boolean> {
  const last = await segments.last();
  const fault = await segments.findFault();
  if (fault) process.stdout.write(`Segment ${fault.number} of the record ${FAULTS[fault.fault]}.\n`);
  else if (last) process.stdout.write(`The record is as it was closed, up to segment ${last.number} of ${last.closed_at}, ${last.hash}.\n`);
  else process.stdout.write('Nothing of the record was closed yet.\n');
  return fault === undefined;
}

async function write(segments: CommandSegments): Promise<boolean> {
  for await (const { entry, ...row } of segments.rows()) process.stdout.write(`${JSON.stringify({ ...row, entry: JSON.parse(entry) })}\n`);
  return true;
}

const WORK = new Map([
  ['verify', verify],
  ['export', write],
]);

process.umask(0o077);

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const work = WORK.get(positionals[0] ?? 'verify');
  if (!work) throw new ConfigError(['say verify or export']);
  const isWell = await withStoreAsItIs(readConfig(process.env), (database) => work(new CommandSegments(database)));
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  process.stderr.write(`${whyUnreadable(error)}\n`);
  process.exitCode = 2;
}

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import { commandEntry } from '../../store/commands';
import { openAuditLog } from './audit-log';

const table = z.object({
  properties: z.object({ schema: z.object({ columns: z.array(z.object({ name: z.string() })) }) }),
});

/** Of every line: what it is the table knows by its kind, and the time by a name of its own. */
const OF_EACH = ['level', 'time', 'audit'];

it('has nothing in its lines for which the table of Sentinel has no column', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tresor-audit-')), 'audit.jsonl');
  const log = openAuditLog(file, (error) => expect.fail(String(error)));
  const of = { commandId: 'id', owner: 'contoso/lee', scope: '/vault', journey: null };
  log.entry({ ...of, entry: { kind: 'ended', at: '2026-01-01T00:00:00.000Z', end: 'succeeded' } });
  log.segment({
    number: 1,
    first_position: 1,
    last_position: 2,
    entries: 2,
    before: '00',
    hash: '01',
    closed_at: '2026-01-01T00:00:00.000Z',
    removed_at: null,
  });
  const lines = () => readFileSync(file, 'utf8').trim().split('\n');
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
  const written = lines().flatMap((line) => Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(line))));
  const keys = [...written, ...commandEntry.options.flatMap(({ shape }) => Object.keys(shape))];
  const text = readFileSync(new URL('../../../../../deploy/sentinel/table.json', import.meta.url), 'utf8');
  const columns = table.parse(JSON.parse(text)).properties.schema.columns.map(({ name }) => name);
  const wanted = new Set(['TimeGenerated', ...keys.filter((key) => !OF_EACH.includes(key))]);
  expect(columns.toSorted()).toEqual([...wanted].toSorted());
});

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SqlCommands } from '../../store/sql/commands';
import type { Database } from '../../store/sql/database';
import { openSqlite } from '../../store/sqlite/database';
import { segmentsOf } from './evidence-records';

let folder: string;
let database: Database;
let commands: SqlCommands;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2017-01-18T10:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'tresor-evidence-'));
  database = await openSqlite(folder);
  commands = new SqlCommands(database);
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
  rmSync(folder, { recursive: true });
});

/** An entry in a segment of its own. */
async function writeSegment() {
  const entry = { kind: 'answered', at: '2017-01-18T10:00:00.000Z', result: 'done', code: null, jobId: null, about: {} } as const;
  await commands.append({ commandId: randomUUID(), owner: 'contoso/adele', scope: '/vault', journey: null, entry });
  vi.setSystemTime(Date.now() + 120_000);
  await commands.sweep();
}

const judged = async () => (await segmentsOf(commands.segments, [{ position: 2 }])).map(({ number, isSound }) => [number, isSound]);

it('a segment is not called sound because the one after it is', async () => {
  for (let count = 0; count < 3; count++) await writeSegment();
  expect(await judged()).toEqual([[2, true]]);
  using intruder = new DatabaseSync(join(folder, 'intents.sqlite'));
  intruder.exec(`DROP TRIGGER commands_never_change; UPDATE commands SET scope = '/elsewhere' WHERE position = 2`);
  expect(await judged()).toEqual([[2, false]]);
  intruder.exec('DELETE FROM command_segments WHERE number = 1');
  expect(await judged()).toEqual([[2, false]]);
});

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openAuditLog, recordedIn } from './audit-log';
import { Problem } from '../../problem';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { memoryStores } from '../../testing/memory/stores';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';
import type { Stores } from '../../store/stores';

const VAULT = OPERATIONS.replace('/api/vaults/', '').split('/');
const SCOPE = `/subscriptions/${VAULT[0]}/resourceGroups/${VAULT[1]}/providers/Microsoft.RecoveryServices/vaults/${VAULT[2]}`;
const STOP = `${OPERATIONS}/items/OperationsRG/AppVM1/stop`;

let contoso: Contoso;
let stores: Stores;
let server: TestServer;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  stores = memoryStores();
  server = await contoso.startAnother({}, { stores });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await contoso[Symbol.asyncDispose]();
});

const refused = (person: string) => ask.refusal('POST', STOP, { data: 'retain' }, { server, person });
const kinds = async () => (await stores.commands.ofScope(SCOPE, 1)).map(({ entry }) => entry);

it('what is refused again within a minute is counted, and the count is added when the server stops', async () => {
  for (let n = 0; n < 20; n++) expect(await refused('megan')).not.toBe('internal');
  expect((await kinds()).map(({ kind }) => kind)).toEqual(['asked', 'answered', 'repeated']);
  await server[Symbol.asyncDispose]();
  expect((await kinds()).at(-1)).toMatchObject({ kind: 'repeated', count: 19 });
});

it('another person has a record of one’s own, with what was allowed', async () => {
  await refused('megan');
  expect((await contoso.as('patti', STOP, { method: 'POST', body: JSON.stringify({ data: 'retain' }) }, server)).status).toBe(202);
  const asked = (await kinds()).flatMap((entry) => (entry.kind === 'asked' ? [entry.by.name] : []));
  expect(asked).toEqual(['Megan Bowen', 'Patti Fernandez']);
});

it('twenty thousand refusals in twelve minutes add less than two hundred kilobytes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const { CommandRecord } = await import('./command-record');
  const kept = memoryStores();
  let bytes = 0;
  const counting = {
    ...recordedIn({ entry: ({ entry }) => (bytes += JSON.stringify(entry).length), segment: () => undefined }, kept.commands),
  };
  const record = new CommandRecord(counting, () => undefined);
  const azure = {
    user: 'contoso/lee',
    principal: { oid: 'oid', name: 'Lee Gu', username: 'leeg' },
    correlationId: 'correlation',
    now: () => new Date(),
  };
  const asked = { name: 'items.stop', target: '/vm', about: {}, reason: null, commandId: 'id', scope: '/vault', journey: null } as const;
  for (let n = 0; n < 20_000; n++) {
    const no = record.carryOut(
      Object.assign(Object.create(null), azure),
      { ...asked, commandId: `id-${n}` },
      () => Promise.reject(new Problem('forbidden')),
      () => {
        throw new Error('refused');
      },
    );
    await no.catch(() => undefined);
    if (n % 1_700 === 0) await vi.advanceTimersByTimeAsync(60_000);
  }
  await record.stop();
  vi.useRealTimers();
  expect(bytes).toBeLessThan(200_000);
  const entries = (await kept.commands.ofScope('/vault', 1)).map(({ entry }) => entry);
  const counted = entries.reduce(
    (sum, entry) => sum + (entry.kind === 'repeated' ? (entry.count ?? 0) : entry.kind === 'asked' ? 1 : 0),
    0,
  );
  expect(counted).toBe(20_000);
}, 60_000);

it('each entry is a line of JSON, where a log is asked for', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tresor-audit-')), 'audit.jsonl');
  const log = openAuditLog(file, (error) => expect.fail(String(error)));
  const logged = await contoso.startAnother({}, { stores: { ...stores, commands: recordedIn(log, stores.commands) } });
  await ask.refusal('POST', STOP, { data: 'retain' }, { server: logged, person: 'megan' });
  await logged[Symbol.asyncDispose]();
  const lines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  await vi.waitFor(() => expect(lines()).toHaveLength(3));
  expect(lines()).toMatchObject([
    { audit: 'tresor', kind: 'asked', command: 'items.stop', by: { name: 'Megan Bowen' }, scope: SCOPE },
    { kind: 'sent', status: 403 },
    { kind: 'answered', result: 'refused' },
  ]);
});

import { auditExport, auditPage, problem, type AuditExport } from '@tresor/contracts';
import * as z from 'zod';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandEntry } from '../../store/commands';
import type { Stores } from '../../store/stores';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { memoryStores } from '../../testing/memory/stores';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';
import { CommandRecord } from '../record/command-record';
import { Audit } from './audit';
import { readPage } from './read-page';

const STOP = (name: string) => `${OPERATIONS}/items/OperationsRG/${name}/stop`;
const access = z.object({ role: z.string().nullable(), held: z.boolean(), keptDays: z.number() });
const chain = z.object({ sound: z.array(z.object({ number: z.number() })), fault: z.null(), last: z.number(), open: z.number() });

let contoso: Contoso;
let stores: Stores;
let server: TestServer;
const ask = asker(() => contoso);
const asAuditor = () => ({ person: 'megan', server });
const list = (query = '') => ask.get(auditPage, `/api/audit${query}`, asAuditor());
const stop = (person: string, name: string) =>
  contoso.as(person, STOP(name), { method: 'POST', body: JSON.stringify({ data: 'retain' }) }, server);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

beforeEach(async () => {
  stores = memoryStores();
  server = await contoso.startAnother({}, { stores });
  return () => server[Symbol.asyncDispose]();
});

describe('The record of everybody’s commands', () => {
  it('tells the auditor who asked for what, on what, with which result, and how often it was refused again', async () => {
    expect((await stop('adele', 'AppVM1')).status).toBe(202);
    for (let n = 0; n < 3; n++) expect((await stop('lee', 'NoSuchVM')).status).toBeGreaterThanOrEqual(400);
    await server[Symbol.asyncDispose]();
    server = await contoso.startAnother({}, { stores });
    const { commands, next, unreadable } = await list();
    expect(commands).toMatchObject([
      { command: 'items.stop', by: { name: 'Lee Gu' }, result: 'refused', code: expect.any(String), refusedAgain: 2 },
      { command: 'items.stop', by: { name: 'Adele Vance' }, result: 'accepted', code: null, refusedAgain: 0, about: { data: 'retain' } },
    ]);
    expect(commands[1]?.target).toMatch(/\/virtualMachines\/AppVM1$/);
    expect(commands[1]?.scope).toMatch(/\/vaults\/operationsvault$/);
    expect(commands[1]?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect([next, unreadable]).toEqual([null, 0]);
  });

  it('has each reading of it, with what was looked for, but not the one that is under way', async () => {
    expect((await list('?person=lee')).commands).toEqual([]);
    expect((await list('?thing=nothing+like+it')).commands).toEqual([]);
    const { commands } = await list();
    expect(commands).toMatchObject([
      { command: 'audit.list', target: '/audit', by: { name: 'Megan Bowen' }, about: { thing: 'nothing like it' }, result: 'done' },
      { command: 'audit.list', about: { person: 'lee' }, result: 'done' },
    ]);
  });

  it.each([
    ['person', 'LEE', 1],
    ['person', 'adele.vance@', 2],
    ['person', 'nobody', 0],
    ['command', 'items.stop', 3],
    ['command', 'vaults.delete', 0],
    ['result', 'refused', 1],
    ['result', 'accepted', 2],
    ['result', 'unanswered', 0],
    ['thing', 'fullrestorevm1', 1],
    ['thing', 'OPERATIONSVAULT', 3],
  ])('is narrowed by %s “%s”', async (name, value, count) => {
    for (const [person, vm] of [
      ['adele', 'AppVM1'],
      ['adele', 'FullRestoreVM1'],
      ['lee', 'NoSuchVM'],
    ] as const)
      await stop(person, vm);
    const query = new URLSearchParams({ [name]: value });
    const found = (await list(`?${query.toString()}`)).commands.filter(({ command }) => command !== 'audit.list');
    expect(found).toHaveLength(count);
    for (const vm of ['AppVM1', 'FullRestoreVM1'])
      await contoso.as(
        'adele',
        STOP(vm).replace(/stop$/, 'resume'),
        { method: 'POST', body: JSON.stringify({ policyName: 'DefaultPolicy' }) },
        server,
      );
  });

  it('is given page by page, and as a whole in one stream', async () => {
    await fill(250);
    const first = await list('?command=items.stop');
    expect(first.commands).toHaveLength(100);
    const second = await list(`?command=items.stop&after=${first.next}`);
    const third = await list(`?command=items.stop&after=${second.next}`);
    expect([second.commands.length, third.commands.length, third.next]).toEqual([100, 50, null]);
    const paged = [first, second, third].flatMap(({ commands }) => commands);
    const streamed = await ask.pages(auditExport, '/api/audit/export?command=items.stop', asAuditor());
    expect(streamed.flatMap(({ commands }) => commands)).toEqual(paged);
    expect(streamed.at(-1)?.more).toBe(false);
    expect((await list('?command=audit.export')).commands).toMatchObject([{ about: { command: 'items.stop' }, result: 'done' }]);
  });

  it('is looked through as far as one request may, and goes on there', async () => {
    await fill(5_300);
    const first = await readPage(stores.commands, { person: 'person 1' }, { after: undefined, except: '' });
    expect(first).toMatchObject({ commands: [], searchedTo: momentOf(300), unreadable: 0 });
    const second = await readPage(stores.commands, { person: 'person 1' }, { after: first.next ?? 0, except: '' });
    expect(second).toMatchObject({ commands: { length: 100 } });
  });

  it('is looked through no further than the time that is asked for', async () => {
    await fill(2_000);
    const asked = vi.spyOn(stores.commands, 'askedBefore');
    const filter = { from: momentOf(1_950), before: momentOf(1_990) };
    const page = await readPage(stores.commands, filter, { after: undefined, except: '' });
    expect(page).toMatchObject({ commands: { length: 40 }, next: null });
    expect(asked.mock.calls.length).toBeLessThan(4);
  });
});

describe('A person who lacks the role', () => {
  it.each(['adele', 'lee'])('%s is refused, and that is on record', async (person) => {
    expect(await ask.get(access, '/api/audit/access', { person, server })).toEqual({ role: 'Audit.Read', held: false, keptDays: 400 });
    for (const path of ['/api/audit', '/api/audit/export', '/api/audit/chain'])
      expect(await ask.refusal('GET', path, undefined, { person, server })).toBe('audit-role-missing');
    const { commands } = await list();
    expect(commands).toMatchObject([
      { command: 'audit.export', result: 'refused', code: 'audit-role-missing' },
      { command: 'audit.list', result: 'refused', code: 'audit-role-missing' },
    ]);
  });

  it('where the settings name no role nobody has it, whatever the token says', async () => {
    await using closed = await contoso.startAnother({ auditRole: undefined }, { stores });
    expect(await ask.get(access, '/api/audit/access', { person: 'megan', server: closed })).toMatchObject({ role: null, held: false });
    expect(await ask.refusal('GET', '/api/audit', undefined, { person: 'megan', server: closed })).toBe('audit-role-missing');
  });
});

it.each([
  '?after=1e3',
  '?after=-1',
  '?from=yesterday',
  '?command=drop',
  '?result=',
  '?person=',
  `?thing=${'x'.repeat(201)}`,
  '?more=1',
  '?person=a%0Ab',
])('what cannot be meant is refused: %s', async (query) => {
  const answer = await contoso.as('megan', `/api/audit${query}`, {}, server);
  expect(problem.parse(await answer.json()).code).toBe('invalid-request');
  expect(await stores.commands.askedBefore(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
});

it('the chain is read again for the auditor', async () => {
  expect(await ask.get(chain, '/api/audit/chain', asAuditor())).toMatchObject({ sound: [], fault: null, last: 0, open: 0 });
});

it.each([
  ['between two that are given', 144, [1, 0]],
  ['at the seam of two pages', 49, [0, 1]],
])('an entry that cannot be read is counted once, %s', async (_, damaged, unreadable) => {
  await fill(150);
  const kept = stores.commands.askedBefore.bind(stores.commands);
  vi.spyOn(stores.commands, 'askedBefore').mockImplementation(async (position, most) => {
    const rows = await kept(position, most);
    return rows.map((row) => (row.entry?.at === momentOf(damaged) ? { ...row, entry: null } : row));
  });
  const first = await readPage(stores.commands, {}, { after: undefined, except: '' });
  const second = await readPage(stores.commands, {}, { after: first.next ?? 0, except: '' });
  expect([first, second].map((page) => page.unreadable)).toEqual(unreadable);
  const exported = await exportAtMost(1_000);
  expect(exported.map((page) => page.unreadable)).toEqual(unreadable);
});

it('an export ends with so many commands, and says where there are more', async () => {
  await fill(250);
  expect(await counted(120)).toEqual([120, true]);
  expect(await counted(200)).toEqual([200, true]);
  expect(await counted(250)).toEqual([250, false]);
  expect(await counted(1_000)).toEqual([250, false]);
});

async function exportAtMost(most: number) {
  const record = new CommandRecord(stores.commands, () => undefined);
  const audit = new Audit('Audit.Read', record, stores.segments);
  const session = Object.assign(Object.create(null), { principal: { roles: ['Audit.Read'] }, correlationId: '' });
  const pages: AuditExport[] = [];
  for await (const page of audit.export(session, {}, most)) pages.push(page);
  return pages;
}

/** How many commands an export has, and whether there are more. */
async function counted(most: number) {
  const pages = await exportAtMost(most);
  return [pages.flatMap(({ commands }) => commands).length, pages.at(-1)?.more];
}

const START = Date.parse('2017-01-01T00:00:00Z');
const momentOf = (n: number) => new Date(START + n * 60_000).toISOString();

/** Commands of ten people, one a minute, answered each. */
async function fill(count: number) {
  for (let n = 0; n < count; n++) {
    const at = momentOf(n);
    const place = { commandId: randomUUID(), owner: `contoso/${n % 10}`, scope: '/vault', journey: null };
    const by = { oid: `${n}`, name: n < 200 ? 'Person 1' : 'Person 2', username: 'p' };
    const asked: CommandEntry = {
      kind: 'asked',
      at,
      command: 'items.stop',
      by,
      target: '/vm',
      about: {},
      reason: null,
      correlationId: `c${n}`,
    };
    await stores.commands.append({ ...place, entry: asked });
    await stores.commands.append({ ...place, entry: { kind: 'answered', at, result: 'done', code: null, jobId: null, about: {} } });
  }
}

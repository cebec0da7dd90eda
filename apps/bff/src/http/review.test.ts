import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../testing/free-port';
import { answerProblem } from './answer-problem';
import { serveReview } from './review';

const folder = mkdtempSync(join(tmpdir(), 'review-'));
const file = join(folder, 'approvals.json');
const KEY = 'k'.repeat(32);
let http: Server;
let url: string;

const decision = {
  scene: 'goal',
  language: 'de',
  verdict: 'approved',
  who: 'Patti',
  when: '2017-01-18T09:00:00.000Z',
  reason: 'as the article',
  images: { light: 'a'.repeat(64) },
  structure: 'b'.repeat(16),
  environment: 'Chromium',
  outline: ['button "OK" @1,2,3,4'],
};
const by = (who: string) => ({ version: 1, decisions: [{ ...decision, who }], comments: [] });
const mark = async () => (await fetch(`${url}/review/approvals`)).headers.get('etag') ?? '';
const post = async (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/review/approvals`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: url,
      cookie: `other=1; tresor-review=${KEY}`,
      'if-match': await mark(),
      ...headers,
    },
    body: JSON.stringify(body),
  });

const read = async () => (await fetch(`${url}/review/approvals`)).json();

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const server = express();
  server.use((_req, res, next) => {
    res.locals.nonce = 'n0nce';
    next();
  });
  server.use('/review', serveReview({ folder, approvals: file, key: KEY }, url));
  server.use((_req, res) => res.status(404).end());
  server.use(answerProblem);
  http = createServer(server);
  await new Promise<void>((resolve) => {
    http.listen(port, '127.0.0.1', resolve);
  });
});
afterAll(() => void http.close());

test('before there is a review, the address is as unknown as any other', async () => {
  expect((await fetch(`${url}/review`)).status).toBe(404);
});

test('the latest review is served with the nonce of the answer', async () => {
  writeFileSync(join(folder, 'index.html'), '<script nonce="__NONCE__">1</script>');
  expect(await (await fetch(`${url}/review`)).text()).toBe('<script nonce="n0nce">1</script>');
});

test('approvals are empty at first, and read back as they were saved, without what no field names', async () => {
  expect(await read()).toEqual({ version: 1, decisions: [], comments: [] });
  const saved = await post({ version: 1, decisions: [{ ...decision, token: 'SECRET' }], comments: [] });
  expect(saved.status).toBe(204);
  expect(await read()).toEqual({ version: 1, decisions: [decision], comments: [] });
  expect(readFileSync(file, 'utf8')).not.toContain('SECRET');
});

test('another page, another type and another shape change nothing', async () => {
  const before = readFileSync(file, 'utf8');
  const empty = { version: 1, decisions: [], comments: [] };
  expect((await post(empty, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await post(empty, { 'content-type': 'text/plain' })).status).toBe(400);
  expect((await post({ version: 1, decisions: [{ ...decision, verdict: 'perhaps' }], comments: [] })).status).toBe(400);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('who read the file before somebody else saved changes nothing of what that one decided', async () => {
  const seen = await mark();
  const [first, second] = await Promise.all([post(by('Megan'), { 'if-match': seen }), post(by('Adele'), { 'if-match': seen })]);
  expect(new Set([first.status, second.status])).toEqual(new Set([204, 409]));
  expect((await post(by('Lee'), { 'if-match': '' })).status).toBe(409);
  expect(await read()).toMatchObject(by(first.status === 204 ? 'Megan' : 'Adele'));
});

test('only the browser that was opened with the key may write, no matter who it says it is', async () => {
  const before = readFileSync(file, 'utf8');
  const some = { version: 1, decisions: [{ ...decision, who: 'Adele Vance' }], comments: [] };
  for (const cookie of [
    '',
    'tresor-review=',
    `tresor-review=${'x'.repeat(32)}`,
    `tresor-review=${KEY}x`,
    `xtresor-review=${KEY}`,
    `tresor-review=${'é'.repeat(32)}`,
  ])
    expect((await post(some, { cookie })).status).toBe(403);
  expect(readFileSync(file, 'utf8')).toBe(before);
  for (const key of ['x', 'é']) {
    const wrong = await fetch(`${url}/review?key=${key.repeat(32)}`, { redirect: 'manual' });
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null]);
  }
  const opened = await fetch(`${url}/review?key=${KEY}`, { redirect: 'manual' });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/review']);
  const [cookie = ''] = opened.headers.get('set-cookie')?.split(';') ?? [];
  expect((await post(some, { cookie })).status).toBe(204);
});

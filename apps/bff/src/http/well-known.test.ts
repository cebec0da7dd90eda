import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestAzure, type TestAzure } from '../testing/open-session';
import { settingsOver, startTestServer, type TestServer } from '../testing/start-test-server';

const CONTACT = 'mailto:security@contoso.example';
const POLICY = 'https://contoso.example/security';
const DAY = 86_400_000;

let upstream: TestAzure;
let portalDir: string;

beforeAll(async () => {
  upstream = await startTestAzure(() => ({ status: 500, body: {} }));
  portalDir = mkdtempSync(join(tmpdir(), 'tresor-portal-'));
  writeFileSync(join(portalDir, 'index.html'), '<!doctype html>the portal');
});

afterAll(() => upstream[Symbol.asyncDispose]());

const startWith = (security: { contact: string; policy: string | undefined } | undefined): Promise<TestServer> =>
  startTestServer({
    portalDir,
    security,
    ...settingsOver(upstream),
  });

it('security.txt says to whom a vulnerability is reported, and until when that may be believed', async () => {
  await using server = await startWith({ contact: CONTACT, policy: POLICY });
  const answer = await fetch(`${server.url}/.well-known/security.txt`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const fields = (await answer.text()).trimEnd().split('\n');
  expect(fields).toEqual([
    `Contact: ${CONTACT}`,
    expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT/),
    'Preferred-Languages: de, en',
    `Canonical: ${server.url}/.well-known/security.txt`,
    `Policy: ${POLICY}`,
  ]);
  const left = Date.parse(fields[1]?.slice('Expires: '.length) ?? '') - Date.now();
  expect(left).toBeGreaterThan(DAY);
  expect(left).toBeLessThan(365 * DAY);
});

it('names no page of rules where none is set', async () => {
  await using server = await startWith({ contact: CONTACT, policy: undefined });
  expect(await (await fetch(`${server.url}/.well-known/security.txt`)).text()).not.toContain('Policy');
});

it('without a contact there is no security.txt, and never the portal in its place', async () => {
  await using server = await startWith(undefined);
  for (const path of ['/.well-known/security.txt', '/.well-known/other']) {
    const answer = await fetch(server.url + path);
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, expect.stringContaining('route-not-found')]);
  }
});

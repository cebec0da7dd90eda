import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, it } from 'vitest';
import { rawRequest } from '../testing/raw-request';
import { openPortal } from './portal';

const folder = mkdtempSync(join(tmpdir(), 'tresor-portal-'));
mkdirSync(join(folder, 'assets'));
for (const name of ['index.html', 'sw.js.map', 'assets/app.js', 'assets/app.js.map', 'assets/app.js.map.br'])
  writeFileSync(join(folder, name), '{}');

it.each([
  ['served on a developer’s machine', true, 200],
  ['kept back in the cloud', false, 404],
])('source maps are %s', async (_what, withMaps, expected) => {
  const settings = { clientId: '', authority: '', apiScope: '', reasonRequired: false, build: '' };
  const app = express()
    .use((_req, res, next) => {
      res.locals.nonce = 'n0nce';
      next();
    })
    .use(openPortal(folder, withMaps).serve(settings));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Object(server.address());
  const status = async (path: string) => (await rawRequest(`http://127.0.0.1:${port}`, 'GET', path)).status;
  expect(await status('/assets/app.js')).toBe(200);
  expect(await status('/assets/app.js.map')).toBe(expected);
  expect(await status('/assets/app.js.map.br')).toBe(expected);
  server.closeAllConnections();
  server.close();
});

it.each([
  ['the language of the browser', { 'accept-language': 'fr, de-AT;q=0.8, en;q=0.5' }, 'lang="de" data-theme="system"'],
  ['English where nothing is known', {}, 'lang="en" data-theme="system"'],
  ['what was chosen', { 'accept-language': 'de', cookie: 'a=b; tresor-language=en; tresor-theme=dark' }, 'lang="en" data-theme="dark"'],
  ['nothing that was never offered', { cookie: 'tresor-language=x"><script>; tresor-theme="><script>' }, 'lang="en" data-theme="system"'],
])('the page is in %s', async (_what, headers, expected) => {
  const pages = mkdtempSync(join(tmpdir(), 'tresor-pages-'));
  writeFileSync(join(pages, 'index.html'), '<html lang="__LANGUAGE__" data-theme="__THEME__"><title>__TITLE__</title>__NONCE__');
  const app = express()
    .use((_req, res, next) => {
      res.locals.nonce = 'n0nce';
      next();
    })
    .use(openPortal(pages, true).serve({ clientId: '', authority: '', apiScope: '', reasonRequired: false, build: '' }));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Object(server.address());
  const answer = await fetch(`http://127.0.0.1:${port}/vaults`, { headers });
  expect(await answer.text()).toBe(`<html ${expected}><title>Tresor</title>n0nce`);
  expect(answer.headers.get('vary')).toMatch(/cookie, accept-language/);
  server.closeAllConnections();
  server.close();
});

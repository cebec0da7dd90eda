import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { rawRequest } from '../testing/raw-request';
import { openPortal } from './portal';

const SETTINGS = { clientId: '', authority: '', apiScope: '', reasonRequired: false, build: '' };

/** A folder with these files, served as the portal; its origin. */
async function serving(files: Readonly<Record<string, string>>, withMaps = true): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tresor-portal-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const app = express()
    .use((_req, res, next) => {
      res.locals.nonce = 'n0nce';
      next();
    })
    .use(openPortal(folder, withMaps).serve(SETTINGS));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const { port } = Object(server.address());
  return `http://127.0.0.1:${port}`;
}

it.each([
  ['served on a developer’s machine', true, 200],
  ['kept back in the cloud', false, 404],
])('source maps are %s', async (_what, withMaps, expected) => {
  const names = ['index.html', 'sw.js.map', 'assets/app.js', 'assets/app.js.map', 'assets/app.js.map.br'];
  const origin = await serving(Object.fromEntries(names.map((name) => [name, '{}'])), withMaps);
  const status = async (path: string) => (await rawRequest(origin, 'GET', path)).status;
  const script = await fetch(`${origin}/assets/app.js`);
  expect(script.status).toBe(200);
  expect(script.headers.get('sourcemap')).toBe(withMaps ? '/assets/app.js.map' : null);
  expect(await status('/assets/app.js.map')).toBe(expected);
  expect(await status('/assets/app.js.map.br')).toBe(expected);
});

it.each([
  ['the language of the browser', { 'accept-language': 'fr, de-AT;q=0.8, en;q=0.5' }, 'lang="de" data-theme="system"'],
  ['English where nothing is known', {}, 'lang="en" data-theme="system"'],
  ['what was chosen', { 'accept-language': 'de', cookie: 'a=b; tresor-language=en; tresor-theme=dark' }, 'lang="en" data-theme="dark"'],
  ['nothing that was never offered', { cookie: 'tresor-language=x"><script>; tresor-theme="><script>' }, 'lang="en" data-theme="system"'],
])('the page is in %s', async (_what, headers, expected) => {
  const origin = await serving({ 'index.html': '<html lang="__LANGUAGE__" data-theme="__THEME__"><title>__TITLE__</title>__NONCE__' });
  const answer = await fetch(`${origin}/vaults`, { headers });
  expect(await answer.text()).toBe(`<html ${expected}><title>Tresor</title>n0nce`);
  expect(answer.headers.get('vary')).toMatch(/cookie, accept-language/);
});

it.each([
  ['as ever', {}, 'anonymous'],
  ['past the browser’s memory when the page is loaded again', { 'cache-control': 'max-age=0' }, 'use-credentials'],
  ['as ever when nothing that is kept may be used', { 'cache-control': 'no-cache' }, 'anonymous'],
])('the page asks for its code %s', async (_what, headers, expected) => {
  const written = { before: '', middles: [''], after: '', titles: [''] };
  const origin = await serving({
    'index.html': '<template>__SCRIPTS__</template><script crossorigin="__CREDENTIALS__">',
    'pages.json': JSON.stringify({ de: written, en: written, pages: [{ pattern: '/vaults', scripts: ['/assets/vaults.js'] }] }),
  });
  const { body } = await rawRequest(origin, 'GET', '/vaults', headers);
  expect(body).toContain(`<script crossorigin="${expected}">`);
  expect(body).toContain(`<link rel="modulepreload" crossorigin="${expected}" href="/assets/vaults.js"`);
});

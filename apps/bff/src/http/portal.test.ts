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

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { portalSettings, problem } from '@tresor/contracts';
import { startTestAzure, type TestAzure } from './open-session';
import { newDataDir, settingsOver, startTestServer, type TestServer } from './start-test-server';

const PAGE = '<!doctype html><script id="portal-settings" type="application/json" nonce="__NONCE__">__PORTAL_SETTINGS__</script>';

/** A server with a built portal, before an Azure that refuses everything. */
export interface ServedPortal extends AsyncDisposable {
  upstream: TestAzure;
  server: TestServer;
  /** Where the portal was built. */
  portalDir: string;
  bearer: { authorization: string };
  build: string;
}

async function buildPortal(): Promise<string> {
  const portalDir = await newDataDir();
  await mkdir(join(portalDir, 'assets'));
  await mkdir(join(portalDir, 'auth'));
  await writeFile(join(portalDir, 'index.html'), PAGE);
  await writeFile(join(portalDir, 'auth/redirect.html'), '<!doctype html>');
  await writeFile(join(portalDir, 'assets/app-1234.js'), 'export {};');
  await writeFile(join(portalDir, 'assets/app-1234.js.br'), 'packed');
  await writeFile(join(portalDir, 'assets/gone-1234.js.br'), 'packed');
  await writeFile(join(portalDir, 'assets/gone-1234.js'), 'export {};');
  return portalDir;
}

export async function startServedPortal(): Promise<ServedPortal> {
  const upstream = await startTestAzure(() => ({
    status: 403,
    body: { error: { code: 'AuthorizationFailed', message: 'No. See https://x.blob.core.windows.net/c?sig=SECRET' } },
  }));
  const portalDir = await buildPortal();
  const server = await startTestServer({
    portalDir,
    ...settingsOver(upstream),
  });
  const bearer = { authorization: `Bearer ${await upstream.authority.token({ name: '</script><b>' })}` };
  const settings = /<script[^>]*>(.*)<\/script>/.exec(await (await fetch(server.url)).text())?.[1] ?? '{}';
  const { build } = portalSettings.parse(JSON.parse(settings));
  return {
    upstream,
    server,
    portalDir,
    bearer,
    build,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

export async function codeOf(response: Response): Promise<string> {
  return problem.parse(await response.json()).code;
}

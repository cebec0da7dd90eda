import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../scripts/free-port.mjs';

const ROOT = join(import.meta.dirname, '../..');

interface Server extends AsyncDisposable {
  /** What the API answers to a token, as through what ends TLS before the server. */
  ask: (path: string, token: string) => Promise<unknown>;
}

function send(port: number, path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}

/** `npm run start:cloud` with these settings, until it is ready. */
export async function startCloud(settings: NodeJS.ProcessEnv, folder: string): Promise<Server> {
  const port = await freePort();
  const data = join(folder, 'server');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // The settings of what surrounds this test are none of a server.
  const ofTests = Object.fromEntries(['TRESOR_SPECS', 'TRESOR_RECORDINGS', 'TRESOR_CHROMIUM'].map((name) => [name, undefined]));
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start-cloud.mjs')], {
    cwd: ROOT,
    env: { ...settings, ...ofTests, TRESOR_DATA: data, TRESOR_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready":true')) resolve();
      else said += `${line}\n`;
    });
  });
  await Promise.race([ready, exited.then(() => Promise.reject(new Error(said)))]);
  const host = new URL(settings['TRESOR_PUBLIC_ORIGIN'] ?? '').host;
  return {
    async ask(path, token) {
      const build = /"build":"(\w+)"/.exec(await send(port, '/', { host }))?.[1] ?? '';
      const text = await send(port, `/api${path}`, { host, authorization: `Bearer ${token}`, 'x-tresor-build': build });
      return JSON.parse(text);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

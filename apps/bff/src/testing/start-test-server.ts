import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from '../config';
import { start, type Running } from '../start';

/** Ports are asked for, so that the server's own origin is known before it starts. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export interface TestServer extends AsyncDisposable {
  url: string;
  dataDir: string;
  /** Everything the server logged, as text. */
  log(): string;
  running: Running;
  call(path: string, init?: RequestInit): Promise<Response>;
}

export const newDataDir = () => mkdtemp(join(tmpdir(), 'tresor-bff-'));

type TestConfig = Omit<Config, 'mode' | 'host' | 'port' | 'publicOrigin' | 'dataDir' | 'portalDir' | 'requestsPerMinute'> & Partial<Config>;

/** The real server on a free port; it looks at Azure often, since in tests time is turned by hand. */
export async function startTestServer(config: TestConfig): Promise<TestServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = config.dataDir ?? (await newDataDir());
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const whole: Config = {
    mode: 'local',
    host: '127.0.0.1',
    port,
    publicOrigin: url,
    portalDir: undefined,
    requestsPerMinute: 100_000,
    ...config,
    dataDir,
  };
  const running = await start(whole, { logger, pace: { firstGap: 20, longestGap: 100 } });
  return {
    url,
    dataDir,
    running,
    log: () => lines.join(''),
    call: (path, init = {}) => {
      const headers = new Headers({ 'x-tresor-build': 'dev', ...(init.body !== undefined && { 'content-type': 'application/json' }) });
      new Headers(init.headers).forEach((value, name) => headers.set(name, value));
      return fetch(url + path, { redirect: 'manual', ...init, headers });
    },
    [Symbol.asyncDispose]: () => running.stop(),
  };
}

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { CLOUDS } from '../clouds';
import type { Config } from '../config';
import type { Bounds } from '../http/bounds';
import { start, type Running, type StopPace } from '../start';
import type { Stores } from '../store/stores';
import type { Telemetry } from '../telemetry/telemetry';
import { API_APP, AUTHORITY, ISSUER, PORTAL_APP, TENANT } from './authority';
import { freePort } from './free-port';
import type { TestAzure } from './open-session';

export interface TestServer extends AsyncDisposable {
  url: string;
  dataDir: string;
  /** Everything the server logged, as text. */
  log(): string;
  running: Running;
  call(path: string, init?: RequestInit): Promise<Response>;
}

export const newDataDir = () => mkdtemp(join(tmpdir(), 'tresor-bff-'));

type TestConfig = Omit<
  Config,
  | 'mode'
  | 'cloud'
  | 'host'
  | 'port'
  | 'publicOrigin'
  | 'dataDir'
  | 'portalDir'
  | 'databaseUrl'
  | 'review'
  | 'requestsPerMinute'
  | 'trustedProxies'
  | 'reasonRequired'
  | 'security'
  | 'telemetry'
  | 'auditDays'
  | 'auditLog'
  | 'auditRole'
  | 'evidenceKey'
> &
  Partial<Config>;

/** The settings of a server whose sign-in and Azure are a test's. */
export const settingsOver = (upstream: TestAzure) => ({
  tenantId: TENANT,
  portalClientId: PORTAL_APP,
  apiClientId: API_APP,
  credential: { kind: 'secret' as const, secret: 'of the test' },
  authority: AUTHORITY,
  authorityMetadata: upstream.authority.metadata,
  issuer: ISSUER,
  jwksUrl: upstream.authority.jwksUrl,
  azureUrl: upstream.azure.url,
});

const AT_ONCE = { quietMs: 0, longestMs: 0 };
const LONGEST_GAP = 100;

export interface TestServerOptions {
  /** Instead of those of its own. */
  stores?: Stores;
  telemetry?: Telemetry;
  stopPace?: Partial<StopPace>;
  /** Milliseconds between two looks at Azure, at the most. */
  longestGap?: number;
  /** Milliseconds for which an answer of Azure serves the same question again. */
  freshMs?: number;
  bounds?: Partial<Bounds>;
}

/** The real server on a free port; it looks at Azure often and keeps nothing for long, since in tests time is turned by hand. */
export async function startTestServer(
  config: TestConfig,
  { stopPace = AT_ONCE, longestGap = LONGEST_GAP, bounds = {}, ...given }: TestServerOptions = {},
): Promise<TestServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = config.dataDir ?? (await newDataDir());
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const whole: Config = {
    mode: 'local',
    cloud: CLOUDS.public,
    host: '127.0.0.1',
    port,
    publicOrigin: url,
    portalDir: undefined,
    databaseUrl: undefined,
    review: undefined,
    requestsPerMinute: 100_000,
    reasonRequired: false,
    auditDays: 400,
    auditLog: undefined,
    auditRole: 'Audit.Read',
    evidenceKey: undefined,
    trustedProxies: [],
    security: undefined,
    telemetry: undefined,
    ...config,
    dataDir,
  };
  const running = await start(whole, {
    logger,
    pace: { firstGap: 20, gapPerMachine: 0, longestGap },
    freshMs: 20,
    stopPace,
    bounds,
    ...given,
  });
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

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, signInAs, startLocalAzure, type LocalAzure, type LocalAzureOptions } from '@tresor/local-azure';
import * as z from 'zod';
import { CLOUDS } from '../clouds';
import type { Config } from '../config';
import { startTestServer, type TestServer, type TestServerOptions } from './start-test-server';

export interface Contoso extends AsyncDisposable {
  azure: LocalAzure;
  server: TestServer;
  /** Starts another server over the same Azure, and over the store of another server where its `dataDir` is given. */
  startAnother: (config?: Partial<Config>, options?: TestServerOptions) => Promise<TestServer>;
  /** Calls the API as a person of the company would through the portal. */
  as: (person: string, path: string, init?: RequestInit, server?: Pick<TestServer, 'call'>) => Promise<Response>;
  /** Signs a person in once more, as the portal does where Azure asks for more proof: with these claims. */
  prove: (person: string, claims: string) => void;
}

const HOUR = 3_600_000;

/** Milliseconds until nine o'clock UTC: a time of day at which no nightly backup runs. */
export const untilMorning = (now: number): number => (33 * HOUR - (now % (24 * HOUR))) % (24 * HOUR);

type Seed = 'contoso' | 'disaster' | 'retirement' | 'catastrophe' | 'large' | 'greenfield' | 'outage' | 'provider';

const planted = new Map<string, string>();

/** The world of a seed on a morning. It is planted once: two weeks of backups take longer than a test. */
async function startMorning(seed: Seed, options: Partial<LocalAzureOptions>): Promise<LocalAzure> {
  const kind = `${seed}-${options.cloud ?? 'public'}`;
  const saved = planted.get(kind);
  const start = saved === undefined ? { seed } : { saved };
  // A test lets hours pass within a second of the clock by which Azure counts how often somebody asks.
  const azure = await startLocalAzure({
    file: ':memory:',
    clock: { mode: 'standing' },
    control: true,
    throttle: false,
    ...start,
    ...options,
  });
  if (saved !== undefined) return azure;
  azure.advance(untilMorning(azure.world.clock.now()));
  const file = join(mkdtempSync(join(tmpdir(), 'tresor-world-')), `${kind}.world`);
  azure.world.save(file);
  planted.set(kind, file);
  return azure;
}

/** The real server in front of the real Local Azure, whose clock stands still until a test turns it. */
export async function startContoso(seed: Seed = 'contoso', options: Partial<LocalAzureOptions> = {}): Promise<Contoso> {
  const azure = await startMorning(seed, options);
  const base = `${azure.url}/${azure.tenantId}`;
  const metadata = await (await fetch(`${base}/v2.0/.well-known/openid-configuration`)).text();
  const { issuer } = z.object({ issuer: z.string() }).parse(JSON.parse(metadata));
  const startAnother = (config: Partial<Config> = {}, options?: TestServerOptions) =>
    startTestServer(
      {
        tenantId: azure.tenantId,
        portalClientId: azure.portalAppId,
        apiClientId: azure.apiAppId,
        credential: { kind: 'secret', secret: azure.apiAppSecret },
        authority: issuer.replace(/\/v2\.0$/, ''),
        authorityMetadata: metadata,
        issuer,
        jwksUrl: `${base}/discovery/v2.0/keys`,
        azureUrl: azure.url,
        cloud: CLOUDS[azure.cloud],
        ...config,
      },
      options,
    );
  const server = await startAnother();
  const tokens = new Map<string, Promise<string>>();
  return {
    azure,
    server,
    startAnother,
    async as(person, path, init = {}, through: Pick<TestServer, 'call'> = server) {
      const token = tokens.get(person) ?? connect(azure, person).then(({ apiToken }) => apiToken);
      tokens.set(person, token);
      return through.call(path, { ...init, headers: { authorization: `Bearer ${await token}` } });
    },
    prove(person, claims) {
      const { username = '' } = azure.people.find((one) => one.username.startsWith(`${person}.`)) ?? {};
      tokens.set(
        person,
        signInAs(azure, username, { claims }).then(({ access_token: token }) => String(token)),
      );
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await azure.stop();
    },
  };
}

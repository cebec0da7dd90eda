import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { decodeJwt } from 'jose';
import { vi } from 'vitest';
import { makeTlsMaterial } from '../../../../packages/local-azure/src/tls/material';
import type { CheckId, CheckResult } from '@tresor/contracts/doctor';
import { CLOUDS } from '../clouds';
import { startCompanyProxy, type CompanyProxy } from './company-proxy';
import { freePort } from './free-port';
import { selfSigned } from './self-signed';
import { startTlsFront } from './tls-front';

export const PORTAL = 'tresor.contoso.example';
/** Another name under which the company signs people in. */
export const SIGN_IN = 'sign-in.contoso.example';

export type Settings = Record<string, string | undefined>;

export interface Tenant extends AsyncDisposable {
  azure: LocalAzure;
  proxy: CompanyProxy;
  /** Settings with which nothing is wrong. */
  settings: Settings;
  /** Headers that what stands before the portal adds to its answers, or leaves out; by name. */
  frontHeaders: Record<string, string | undefined>;
  /** Ports of servers that nobody trusts, that speak an old TLS, whose clock is ten minutes ahead, and that tell the portal another name than its own. */
  ports: { foreign: number; old: number; late: number; renaming: number };
  control: (path: string, body: unknown) => Promise<void>;
  /** Makes a certificate with its key that is good from now plus one number of days to now plus another; answers the file's settings. */
  certificate: (from: number, until: number, registered: boolean) => Promise<Settings>;
  /** Everything the doctor says in these settings, with nobody signed in or in the name of a person. */
  examine: (changes?: Settings, token?: string, longestMs?: number) => Promise<CheckResult[]>;
  /** Has the answers that it gets at the command line written into a folder. */
  record: (folder: string) => Promise<void>;
  /** What it finds broken. */
  broken: (changes?: Settings, token?: string) => Promise<CheckId[]>;
}

const DAY_MS = 86_400_000;

/** A folder on a disk: that for temporary files may be in memory. */
function newFolder(name: string): string {
  const place = join(import.meta.dirname, '../../../../node_modules/.cache/doctor');
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, `${name}-`));
  chmodSync(folder, 0o700);
  return folder;
}

/** What a built portal consists of, for who only looks whether it is there. */
function builtPortal(): string {
  const folder = newFolder('portal');
  mkdirSync(join(folder, 'auth'));
  for (const name of ['index.html', 'pages.json', 'auth/redirect.html']) writeFileSync(join(folder, name), '{}');
  return folder;
}

/** What leads to Local Azure’s token service, whatever the name it was asked by. */
const asSignIn = () => ({ host: 'localhost', 'x-forwarded-host': new URL(CLOUDS.public.login).host, 'x-forwarded-proto': 'https' });

/** A company whose server reaches Azure through a proxy: Local Azure under Azure's names, the real server under the company's. */
export async function startTenant(seed: 'contoso' | 'greenfield'): Promise<Tenant> {
  const azure = await startLocalAzure({
    file: ':memory:',
    seed,
    tlsPort: 0,
    control: true,
    clock: { mode: 'standing' },
    throttle: false,
    redirectUris: [`https://${PORTAL}/auth/redirect.html`],
  });
  const names = [PORTAL, SIGN_IN, new URL(CLOUDS.usgov.resourceManager).host, new URL(CLOUDS.usgov.graph).host];
  const [sound, foreign] = [makeTlsMaterial(names), makeTlsMaterial([new URL(CLOUDS.public.graph).host])];
  setDefaultCACertificates([...getCACertificates('default'), azure.tls?.ca ?? '', sound.ca]);
  const material = { cert: sound.certificate, key: sound.key };
  const serverPort = await freePort();
  const azurePort = Number(new URL(azure.url).port);
  const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  const frontHeaders: Tenant['frontHeaders'] = {};
  const fronts = {
    portal: await startTlsFront(
      material,
      () => serverPort,
      (host) => ({ host }),
      () => frontHeaders,
    ),
    renaming: await startTlsFront(
      material,
      () => serverPort,
      () => ({ host: 'elsewhere.example' }),
    ),
    signIn: await startTlsFront(material, () => azurePort, asSignIn),
    late: await startTlsFront(
      material,
      () => azurePort,
      asSignIn,
      () => ({ date: new Date(Date.now() + 10 * 60_000).toUTCString() }),
    ),
    foreign: await startTlsFront({ cert: foreign.certificate, key: foreign.key }, () => azurePort),
    old: await startTlsFront({ ...material, ...old }, () => azurePort),
  };
  const proxy = await startCompanyProxy({ port: Number(new URL(azure.tls?.url ?? '').port) });
  proxy.passages.set(PORTAL, { port: fronts.portal.port });
  for (const name of names.slice(1)) proxy.passages.set(name, { port: fronts.signIn.port });

  const control = async (path: string, body: unknown) => {
    const answer = await fetch(`${azure.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const certificate = async (from: number, until: number, registered: boolean): Promise<Settings> => {
    const made = selfSigned({ from: new Date(Date.now() + from * DAY_MS), until: new Date(Date.now() + until * DAY_MS) });
    const file = join(newFolder('certificate'), 'api.pem');
    writeFileSync(file, made.certificate + made.key, { mode: 0o600 });
    if (registered) await control('application', { application: azure.apiAppId, certificates: [made.certificate] });
    return { TRESOR_API_CERTIFICATE: file, TRESOR_API_CERTIFICATE_KEY: file };
  };
  const settings: Settings = {
    TRESOR_MODE: 'cloud',
    TRESOR_PORT: String(serverPort),
    TRESOR_DATA: newFolder('data'),
    TRESOR_PORTAL_DIR: builtPortal(),
    TRESOR_PUBLIC_ORIGIN: `https://${PORTAL}`,
    TRESOR_TENANT_ID: azure.tenantId,
    TRESOR_PORTAL_CLIENT_ID: azure.portalAppId,
    TRESOR_API_CLIENT_ID: azure.apiAppId,
    TRESOR_TRUSTED_PROXIES: '127.0.0.1',
    HTTPS_PROXY: proxy.url,
    ...(await certificate(-1, 365, true)),
  };

  /** The program as it starts in an environment: what it remembers of it is read again. */
  async function startIn(changes: Settings) {
    const env = Object.fromEntries(Object.entries({ ...settings, ...changes }).filter(([, value]) => value !== undefined));
    vi.unstubAllEnvs();
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    vi.resetModules();
    return { env, program: await import('./doctor-program') };
  }

  const { env, program } = await startIn({ TRESOR_PORTAL_DIR: undefined });
  const server = await program.startServer(env);

  async function examine(changes: Settings = {}, token?: string, longestMs?: number): Promise<CheckResult[]> {
    const started = await startIn(changes);
    return token === undefined
      ? started.program.examineEnvironment(started.env)
      : started.program.examineFor(started.env, token, decodeJwt(token), longestMs);
  }
  return {
    azure,
    proxy,
    settings,
    frontHeaders,
    ports: { foreign: fronts.foreign.port, old: fronts.old.port, late: fronts.late.port, renaming: fronts.renaming.port },
    control,
    certificate,
    examine,
    async record(folder) {
      const started = await startIn({});
      await started.program.examineEnvironment(started.env, folder);
    },
    broken: async (changes, token) => program.brokenIn(await examine(changes, token)),
    async [Symbol.asyncDispose]() {
      vi.unstubAllEnvs();
      await server.stop();
      await proxy[Symbol.asyncDispose]();
      for (const front of Object.values(fronts)) await front[Symbol.asyncDispose]();
      await azure.stop();
    },
  };
}

/** The token of a person for the API, as the portal would send it. */
export const tokenOf = async ({ azure }: Tenant, person: string): Promise<string> => (await connect(azure, person)).apiToken;

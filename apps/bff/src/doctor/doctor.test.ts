import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, report, tell, type CheckId } from '@tresor/contracts/doctor';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLOUDS } from '../clouds';
import { PORTAL, SIGN_IN, startTenant, tokenOf, type Settings, type Tenant } from '../testing/tenant';
import { judgeLasting, judgeSpace } from './checks/store';

let tenant: Tenant;
let adele: string;
/** Undoes what a test did to the world, the proxy and the folder. */
let world: string;
let passages: Tenant['proxy']['passages'];

const NOBODY = '9c1f2a6e-1111-4222-8333-444455556666';
const hostOf = (url: string) => new URL(url).host;
const { login, resourceManager, graph } = CLOUDS.public;
const dataOf = (name = '') => join(tenant.settings['TRESOR_DATA'] ?? '', name);
const application = (change: object, appId = tenant.azure.apiAppId) => tenant.control('application', { application: appId, ...change });
const consent = (service: string) => tenant.control('consent', { application: tenant.azure.apiAppId, service, scopes: [] });
const provider = (namespace: string) => tenant.control('provider', { namespace, registered: false });

beforeAll(async () => {
  tenant = await startTenant('empty');
  adele = await tokenOf(tenant, 'adele');
  world = join(mkdtempSync(join(tmpdir(), 'doctor-world-')), 'sound.world');
  tenant.azure.world.save(world);
  passages = new Map(tenant.proxy.passages);
}, 60_000);

afterEach(() => {
  tenant.azure.world.load(world);
  tenant.proxy.passages.clear();
  for (const [host, passage] of passages) tenant.proxy.passages.set(host, passage);
  chmodSync(dataOf(), 0o700);
});

afterAll(() => tenant[Symbol.asyncDispose]());

/** What breaks a check, and in which settings it then is looked at. */
type Breaking = () => Settings | undefined | Promise<Settings | undefined | void> | void;

const atCommandLine: Partial<Record<CheckId, Breaking>> = {
  settings: () => ({ TRESOR_TENANT_ID: 'contoso' }),
  build: () => ({ TRESOR_PORTAL_DIR: dataOf() }),
  'caller-address': () => ({ TRESOR_TRUSTED_PROXIES: '' }),
  'public-address': () => void tenant.proxy.passages.set(PORTAL, { status: 503 }),
  'proxy-name': () => ({ HTTPS_PROXY: 'http://proxy.contoso.invalid:3128' }),
  'proxy-connection': () => ({ HTTPS_PROXY: 'http://127.0.0.1:1' }),
  'proxy-passage': () => void tenant.proxy.passages.set(hostOf(login), { status: 407 }),
  names: () => ({ TRESOR_AUTHORITY: `https://sign-in.contoso.invalid/${tenant.azure.tenantId}`, NO_PROXY: '.contoso.invalid' }),
  trust: () => void tenant.proxy.passages.set(hostOf(graph), { port: tenant.ports.foreign }),
  tls: () => void tenant.proxy.passages.set(hostOf(resourceManager), { port: tenant.ports.old }),
  'reach-sign-in': () => void tenant.proxy.passages.set(hostOf(login), 'cut'),
  'reach-resource-manager': () => void tenant.proxy.passages.set(hostOf(resourceManager), { status: 403 }),
  'reach-graph': () => void tenant.proxy.passages.set(hostOf(graph), { status: 403 }),
  clock: () => {
    tenant.proxy.passages.set(SIGN_IN, { port: tenant.ports.late });
    return { TRESOR_AUTHORITY: `https://${SIGN_IN}/${tenant.azure.tenantId}` };
  },
  tenant: () => ({ TRESOR_TENANT_ID: NOBODY }),
  cloud: () => ({
    TRESOR_CLOUD: 'usgov',
    TRESOR_AUTHORITY: `https://${SIGN_IN}/${tenant.azure.tenantId}`,
    TRESOR_ISSUER: tenant.azure.issuer.replace(hostOf(login), SIGN_IN),
  }),
  issuer: () => ({ TRESOR_ISSUER: `https://${SIGN_IN}/${tenant.azure.tenantId}/v2.0` }),
  'signing-keys': () => ({ TRESOR_JWKS_URL: `https://${SIGN_IN}/nowhere` }),
  'certificate-dates': () => tenant.certificate(-30, -1, true),
  'managed-identity': () => ({
    TRESOR_API_CERTIFICATE: undefined,
    TRESOR_API_CERTIFICATE_KEY: undefined,
    TRESOR_MANAGED_IDENTITY: 'system',
    IDENTITY_ENDPOINT: 'http://127.0.0.1:1/msi/token',
    IDENTITY_HEADER: 'of the platform',
  }),
  'api-registration': () => ({ TRESOR_API_CLIENT_ID: NOBODY }),
  credential: () => tenant.certificate(-1, 365, false),
  'token-version': () => application({ tokenVersion: 1 }),
  'application-id-uri': () => application({ identifierUris: [] }),
  scope: () => application({ scopes: [] }),
  'portal-registration': () => application({ registered: false }, tenant.azure.portalAppId),
  'redirect-uri': () => application({ redirectUris: { spa: [], web: [] } }, tenant.azure.portalAppId),
  'pre-authorized': () => application({ preAuthorized: [] }),
  'api-enabled': () => application({ disabled: true }),
  'consent-resource-manager': () => consent('Windows Azure Service Management API'),
  'consent-key-vault': () => consent('Azure Key Vault'),
  'consent-storage': () => consent('Azure Storage'),
  'consent-graph': () => consent('Microsoft Graph'),
  'backup-service': () => tenant.control('service-principal', { application: CLOUDS.public.backupService }),
  'store-folder': () => ({ TRESOR_DATA: dataOf('nowhere') }),
  'store-private': () => chmodSync(dataOf(), 0o755),
  'store-file': () => {
    const folder = mkdtempSync(dataOf('newer-'));
    const database = new DatabaseSync(join(folder, 'intents.sqlite'));
    database.exec('CREATE TABLE batches (x); PRAGMA user_version = 4711');
    database.close();
    return { TRESOR_DATA: folder };
  },
  'store-shared': () => ({ REDIS_URL: 'rediss://127.0.0.1:1' }),
};

const stepUp = (audience: string) => tenant.control('step-up', { audience, context: 'c1' });

const inPerson: Partial<Record<CheckId, Breaking>> = {
  'exchange-resource-manager': () => stepUp(resourceManager),
  'exchange-key-vault': () => stepUp(`https://${CLOUDS.public.keyVaults}`),
  'exchange-storage': () => stepUp(CLOUDS.public.storageAudience),
  'exchange-graph': () => stepUp(graph),
  'provider-recovery-services': () => provider('Microsoft.RecoveryServices'),
  'provider-compute': () => provider('Microsoft.Compute'),
  'provider-key-vault': () => provider('Microsoft.KeyVault'),
  'provider-storage': () => provider('Microsoft.Storage'),
  'provider-network': () => provider('Microsoft.Network'),
};

describe('in a healthy tenant', () => {
  it('the doctor finds nothing at the command line, and says what it could not see without a person', async () => {
    const results = await tenant.examine();
    expect(results.filter((result) => tell(result, 'en').kind === 'finding')).toEqual([]);
    const unseen = results.flatMap(({ check, unseen: why }) => (why === undefined ? [] : [`${check}: ${why}`]));
    expect(unseen.filter((one) => !one.endsWith(': person'))).toEqual([]);
    expect(results).toHaveLength(Object.keys(CHECKS).length);
    expect(results.length).toBeGreaterThanOrEqual(25);
  });

  it('it finds nothing for a person either, and sees everything', async () => {
    const results = await tenant.examine({}, adele);
    expect(results.filter((result) => tell(result, 'en').kind !== 'sound')).toEqual([]);
  });
});

describe('the doctor names what is broken, and that alone:', () => {
  it.each(Object.entries(atCommandLine))('%s', async (check, breaking) => {
    expect(await tenant.broken((await breaking()) ?? {})).toEqual([check]);
  });

  it.each(Object.entries(inPerson))('%s, for a person', async (check, breaking) => {
    expect(await tenant.broken((await breaking()) ?? {}, adele)).toEqual([check]);
  });

  it('rights, for somebody who may only look', async () => {
    expect(await tenant.broken({}, await tokenOf(tenant, 'megan'))).toEqual(['rights']);
  });

  it.skipIf(!existsSync('/dev/shm'))('store-lasting, of a folder in memory', async () => {
    const folder = mkdtempSync('/dev/shm/doctor-');
    expect(await tenant.broken({ TRESOR_DATA: folder })).toEqual(['store-lasting']);
    rmSync(folder, { recursive: true });
  });
});

const verdictOf = async (check: CheckId, changes?: Settings) =>
  (await tenant.examine(changes)).find((result) => result.check === check)?.verdict;

describe('a check tells its ways to be broken apart:', () => {
  it('a certificate that soon expires, and one that is not good yet', async () => {
    expect(await verdictOf('certificate-dates', await tenant.certificate(-1, 10, true))).toBe('soon');
    expect(await verdictOf('certificate-dates', await tenant.certificate(2, 10, true))).toBe('not-yet');
  });

  it('a redirect URI of the wrong platform', async () => {
    const redirectUris = { spa: [], web: [`https://${PORTAL}/auth/redirect.html`] };
    await application({ redirectUris }, tenant.azure.portalAppId);
    expect(await verdictOf('redirect-uri')).toBe('as-web');
  });

  it('a name that is not passed on', async () => {
    tenant.proxy.passages.set(PORTAL, { port: tenant.ports.renaming });
    expect(await verdictOf('public-address')).toBe('another-host');
  });

  it('a data file that is damaged', async () => {
    const folder = mkdtempSync(dataOf('damaged-'));
    writeFileSync(join(folder, 'intents.sqlite'), 'nothing that SQLite knows'.repeat(100));
    expect(await tenant.broken({ TRESOR_DATA: folder })).toEqual(['store-file']);
  });

  it('a folder on a network share, and one without room', () => {
    expect(judgeLasting('/srv', 0x6969)).toEqual({ verdict: 'network', values: { folder: '/srv', kind: 'NFS' } });
    expect(judgeSpace(100 * 1024 * 1024)).toEqual({ verdict: 'short', values: { free: '100', least: '256' } });
  });
});

describe('of two things that are broken at once', () => {
  it.each<[CheckId, CheckId]>([
    ['token-version', 'consent-storage'],
    ['store-private', 'redirect-uri'],
    ['caller-address', 'trust'],
    ['pre-authorized', 'backup-service'],
  ])('%s and %s are both named', async (one, other) => {
    const settings = { ...(await atCommandLine[one]?.()), ...(await atCommandLine[other]?.()) };
    expect(new Set(await tenant.broken(settings))).toEqual(new Set([one, other]));
  });
});

it('who may not read registrations gets no finding of them, but is told that they were not seen', async () => {
  await application({ graphRoles: [] });
  const results = await tenant.examine();
  const unseen = results.filter(({ unseen: why }) => why === 'directory').map(({ check }) => check);
  expect(unseen).toContain('redirect-uri');
  expect(results.filter((result) => tell(result, 'en').kind === 'finding')).toEqual([]);
});

it('every check is broken by a test', () => {
  const tried = [...Object.keys(atCommandLine), ...Object.keys(inPerson), 'rights', 'store-lasting', 'store-space'];
  const elsewhere = ['subscriptions', 'backup-access', 'reach-key-vaults'];
  expect(Object.keys(CHECKS).toSorted()).toEqual([...tried, ...elsewhere].toSorted());
});

it('the report says in both languages what was seen, what it means and what mends it', async () => {
  await application({ tokenVersion: 1 });
  const results = await tenant.examine();
  expect(report(results, 'de')).toContain('✗ Version der Token: Die API bekommt Token der Version 1.0.');
  expect(report(results, 'en')).toContain('Fix: Set “requestedAccessTokenVersion” to 2');
  for (const result of results) {
    for (const language of ['de', 'en'] as const) expect(Object.values(tell(result, language)).join(' ')).not.toMatch(/[{}]/);
  }
});

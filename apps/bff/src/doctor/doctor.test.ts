import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, describeResult, report, type CheckId } from '@tresor/contracts/doctor';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '../../../../packages/local-azure/src/world/directory/directory';
import { CLOUDS } from '../clouds';
import { application as changeApplication, atCommandLine, dataOf as dataFolder, inPerson, toOthers } from '../testing/breakings';
import { PORTAL, startTenant, tokenOf, type Settings, type Tenant } from '../testing/tenant';
import { judgeLasting, judgeSpace } from './checks/store';

let tenant: Tenant;
let adele: string;
/** Undoes what a test did to the world, the proxy and the folder. */
let world: string;
let passages: Tenant['proxy']['passages'];

const dataOf = (name = '') => dataFolder(tenant, name);
const hostOf = (url: string) => new URL(url).host;
const { login, resourceManager, graph } = CLOUDS.public;

beforeAll(async () => {
  tenant = await startTenant('contoso');
  adele = await tokenOf(tenant, 'adele');
  world = join(mkdtempSync(join(tmpdir(), 'doctor-world-')), 'sound.world');
  tenant.azure.world.save(world);
  passages = new Map(tenant.proxy.passages);
}, 60_000);

afterEach(() => {
  tenant.azure.world.load(world);
  // With the world its time came back, which a long run of these tests would leave minutes behind.
  tenant.azure.advance(Math.max(0, Date.now() - tenant.azure.world.clock.now()));
  tenant.proxy.passages.clear();
  for (const [host, passage] of passages) tenant.proxy.passages.set(host, passage);
  for (const name of Object.keys(tenant.frontHeaders)) delete tenant.frontHeaders[name];
  chmodSync(dataOf(), 0o700);
});

afterAll(() => tenant[Symbol.asyncDispose]());

/** By a disk that is full, in `doctor.cloud.ts`: a process cannot change its own. */
const IN_A_TENANT: CheckId[] = ['store-space'];

describe('in a healthy tenant', () => {
  it('the doctor finds nothing at the command line, and says what it could not see without a person', async () => {
    const results = await tenant.examine();
    expect(results.filter((result) => describeResult(result, 'en').kind === 'finding')).toEqual([]);
    const unseen = results.flatMap(({ check, unseen: why }) => (why === undefined ? [] : [`${check}: ${why}`]));
    expect(unseen.filter((one) => !one.endsWith(': person'))).toEqual([]);
    expect(results).toHaveLength(Object.keys(CHECKS).length);
    expect(results.length).toBeGreaterThanOrEqual(25);
  });

  it('it finds nothing for a person either, and sees everything', async () => {
    const results = await tenant.examine({}, adele);
    expect(results.filter((result) => describeResult(result, 'en').kind !== 'sound')).toEqual([]);
  });
});

describe('no matter who asks', () => {
  it('nothing is changed, in Azure or in the folder', async () => {
    // Local Azure makes principals of Microsoft’s services when somebody first looks at them.
    await tenant.examine();
    const { generation } = tenant.azure.world;
    const files = readdirSync(dataOf()).toSorted();
    await tenant.examine();
    await tenant.examine({}, adele);
    expect(tenant.azure.world.generation).toBe(generation);
    expect(readdirSync(dataOf()).toSorted()).toEqual(files);
  });

  it('the answer comes in time, though nothing on the way answers', async () => {
    for (const host of [login, resourceManager, graph].map(hostOf)) tenant.proxy.passages.set(host, 'silent');
    const results = await tenant.examine({}, adele, 1_500);
    expect(results).toHaveLength(Object.keys(CHECKS).length);
    expect(results.filter(({ unseen }) => unseen === 'time').length).toBeGreaterThan(0);
  });
});

describe('the doctor names what is broken, and that alone:', () => {
  it.each(Object.entries(atCommandLine))('%s', async (check, breaking) => {
    expect(await tenant.broken((await breaking(tenant)) ?? {})).toEqual([check]);
  });

  it.each(Object.entries(inPerson))('%s, for a person', async (check, breaking) => {
    expect(await tenant.broken((await breaking(tenant)) ?? {}, adele)).toEqual([check]);
  });

  it.each(Object.entries(toOthers))('%s, for somebody else', async (check, [person, breaking]) => {
    const token = await tokenOf(tenant, person);
    expect(await tenant.broken((await breaking(tenant)) ?? {}, token)).toEqual([check]);
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
    await changeApplication(tenant, { redirectUris }, tenant.azure.portalAppId);
    expect(await verdictOf('redirect-uri')).toBe('as-web');
  });

  it('a name that is not passed on', async () => {
    tenant.proxy.passages.set(PORTAL, { port: tenant.ports.renaming });
    expect(await verdictOf('public-address')).toBe('another-host');
  });

  it('a cookie for a whole domain, and one as it should be', async () => {
    tenant.frontHeaders['set-cookie'] = 'route=b71b; Path=/; Secure; SameSite=Lax; Domain=contoso.example';
    expect(await verdictOf('cookies')).toBe('wide');
    tenant.frontHeaders['set-cookie'] = '__Host-route=b71b; Path=/; Secure; SameSite=Strict';
    expect(await verdictOf('cookies')).toBe('sound');
    expect(await tenant.broken()).toEqual([]);
  });

  it('an API without a principal in the tenant', async () => {
    const manifest = { appId: tenant.azure.apiAppId };
    const known = applications(tenant.azure.world).get(tenant.azure.apiAppId);
    tenant.azure.world.write(() => known && applications(tenant.azure.world).put(known.appId, { ...known, manifest }));
    await tenant.control('service-principal', { application: tenant.azure.apiAppId });
    expect(await verdictOf('api-enabled')).toBe('missing');
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
    ['cookies', 'api-enabled'],
    ['page-protection', 'portal-enabled'],
  ])('%s and %s are both named', async (one, other) => {
    const settings = { ...(await atCommandLine[one]?.(tenant)), ...(await atCommandLine[other]?.(tenant)) };
    expect(new Set(await tenant.broken(settings))).toEqual(new Set([one, other]));
  });
});

it('who may not read registrations gets no finding of them, but is told that they were not seen', async () => {
  await changeApplication(tenant, { graphRoles: [] });
  const results = await tenant.examine();
  const unseen = results.filter(({ unseen: why }) => why === 'directory').map(({ check }) => check);
  expect(unseen).toContain('redirect-uri');
  expect(results.filter((result) => describeResult(result, 'en').kind === 'finding')).toEqual([]);
});

it('every check is broken by a test', () => {
  const tried = [atCommandLine, inPerson, toOthers].flatMap(Object.keys);
  expect(Object.keys(CHECKS).toSorted()).toEqual([...tried, 'store-lasting', ...IN_A_TENANT].toSorted());
});

it('the report says in both languages what was seen, what it means and what mends it', async () => {
  await changeApplication(tenant, { tokenVersion: 1 });
  const results = await tenant.examine();
  expect(report(results, 'de')).toContain('✗ Version der Token: Die API bekommt Token der Version 1.0.');
  expect(report(results, 'en')).toContain('Fix: Set “requestedAccessTokenVersion” to 2');
  for (const result of results) {
    for (const language of ['de', 'en'] as const) expect(Object.values(describeResult(result, language)).join(' ')).not.toMatch(/[{}]/);
  }
});

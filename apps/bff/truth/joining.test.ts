import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTenant, type Tenant } from '../src/testing/tenant';
import { findTruth } from './index';

const ROOT = join(import.meta.dirname, '../../..');

let tenant: Tenant;
/** What the doctor wrote down in a tenant. */
let recorded: string;
/** No OpenAPI file is needed to read answers. */
let nothing: string;

beforeAll(async () => {
  tenant = await startTenant('contoso');
  recorded = mkdtempSync(join(tmpdir(), 'recorded-'));
  nothing = mkdtempSync(join(tmpdir(), 'no-specification-'));
  await tenant.record(recorded);
}, 60_000);

afterAll(() => tenant[Symbol.asyncDispose]());

const JOINED = [
  'Applications_List',
  'Discovery_Keys',
  'Discovery_OpenIdConfiguration',
  'ServicePrincipals_List',
  'ServicePrincipals_ListGrants',
  'Token',
];

it('what the doctor wrote down in a tenant is read by the product’s readers, and joins the ledger with its day', async () => {
  const { ledger, misread } = await findTruth([recorded], nothing);
  expect(misread).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  const entries = [...ledger.entries, ...ledger.ofDoctor].filter(({ method, grounds }) => method !== null && grounds.kind === 'recorded');
  expect(entries.map(({ name }) => name).toSorted()).toEqual(JOINED);
  for (const { grounds } of entries) expect(grounds).toMatchObject({ kind: 'recorded', date: today });
  const registration = ledger.ofDoctor.find(({ name }) => name === 'Applications_List');
  const fields = registration?.fields.filter(({ grounds }) => grounds.kind === 'recorded').map(({ name }) => name) ?? [];
  expect(fields).toContain('value[].api.oauth2PermissionScopes[].value');
});

it('`npm run replay` plays such a folder to its end', () => {
  const args = ['scripts/replay.mjs', recorded, '--specs', nothing];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\d+ recorded answers were played; 2 of \d+ operations read at least one, 0 were misread\.$/m);
  expect(status).toBe(0);
}, 60_000);

it('a folder of a tenant holds nothing by which the tenant or its people could be known', () => {
  const text = readdirSync(recorded)
    .map((name) => readFileSync(join(recorded, name), 'utf8'))
    .join('\n')
    .toLowerCase();
  const { tenantId, apiAppId, portalAppId } = tenant.azure;
  for (const known of [tenantId, apiAppId, portalAppId, 'contoso', 'tresor', 'adele']) expect(text).not.toContain(known);
});

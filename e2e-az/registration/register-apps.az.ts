import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInAs, startLocalAzure, connect, type LocalAzure } from '@tresor/local-azure';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAz } from '../scripts/azure-cli';
import { startCloud } from './start-cloud';

/** All that the directory knows of applications, as Graph shows it. */
async function directoryOf(azure: LocalAzure): Promise<unknown> {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://graph.microsoft.com/.default');
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-host': 'graph.microsoft.com' };
  const lists = ['applications', 'servicePrincipals', 'oauth2PermissionGrants'];
  return Promise.all(
    lists.map(async (list) => {
      const answer = await fetch(`${azure.url}/v1.0/${list}`, { headers });
      if (!answer.ok) throw new Error(`${list}: ${answer.status}`);
      return answer.json();
    }),
  );
}

const SCRIPT = join(import.meta.dirname, '../../deploy/register-apps.sh');
const ORIGIN = 'https://tresor.contoso.example';
const [PAGE, OTHER_PAGE] = [`${ORIGIN}/auth/redirect.html`, 'https://other.contoso.example/auth/redirect.html'];
const SERVER_IDENTITY = 'b7e50d19-3c68-4f2a-8d91-60a4c7f3e528';
const ADELE = 'adele.vance@contoso.example';

let azure: LocalAzure;
let folder: string;
let env: NodeJS.ProcessEnv;
let az: (args: string[]) => Promise<{ stdout: string }>;
let certificate: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'az-registration-'));
  azure = await startLocalAzure({ file: join(folder, 'world.sqlite'), tlsPort: 0, seed: 'contoso', clock: { mode: 'standing' } });
  ({ env, az } = await openAz(azure, folder));
  await az(['login', '--username', ADELE, '--password', azure.password]);
  certificate = join(folder, 'api.pem');
});
afterAll(async () => {
  await azure.stop();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number;
  settings: Record<string, string>;
  said: string;
}

/** Runs the script; what it answers are settings, a line each. */
function register(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile('bash', [SCRIPT, ...args], { env }, (_error, stdout, said) => {
      const lines = stdout.split('\n').filter(Boolean);
      const settings = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
      resolve({ code: child.exitCode ?? 1, settings, said });
    });
  });
}

const here = (...more: string[]) => register('--cloud', 'public', '--origin', ORIGIN, ...more);
const withCertificate = (...more: string[]) => here('--certificate', certificate, ...more);
const registeredAs = ({ settings }: Ended) => ({
  ...azure,
  portalAppId: settings['TRESOR_PORTAL_CLIENT_ID'] ?? '',
  apiAppId: settings['TRESOR_API_CLIENT_ID'] ?? '',
  redirectUris: [PAGE],
});

let first: Ended;

test('a dry run says what would be done, and does nothing', async () => {
  const before = await directoryOf(azure);
  const ended = await withCertificate('--dry-run');
  expect(ended).toMatchObject({ code: 0, settings: {} });
  expect(ended.said).toContain('would: register "Tresor API"');
  expect(ended.said).toContain('Changes to be made: 12.');
  expect(await directoryOf(azure)).toEqual(before);
  expect(existsSync(certificate)).toBe(false);
});

test('the first run registers both, the second and the third change nothing and say so', async () => {
  first = await withCertificate();
  expect(first, first.said).toMatchObject({
    code: 0,
    settings: { TRESOR_TENANT_ID: azure.tenantId, TRESOR_CLOUD: 'public', TRESOR_AUDIT_ROLE: 'Audit.Read' },
  });
  expect(first.said).toContain('Changes: 12.');
  expect(statSync(certificate).mode & 0o777).toBe(0o600);
  const made = await directoryOf(azure);
  for (const again of [await withCertificate(), await withCertificate()]) {
    expect(again).toMatchObject({ code: 0, settings: first.settings });
    expect(again.said).toContain('Nothing to change.');
    expect(again.said).not.toContain('done:');
  }
  expect(await directoryOf(azure)).toEqual(made);
});

test('cloud mode starts with what it answers, and acts for the person who signs in', async () => {
  await using server = await startCloud({ ...env, ...first.settings }, folder);
  const { access_token: token } = await signInAs(registeredAs(first), ADELE);
  const vaults = await server.ask('/vaults', String(token));
  expect(vaults).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'OperationsVault' })]));
});

test('what somebody has changed by hand is named, and put right', async () => {
  const { stdout: id } = await az(['ad', 'app', 'list', '--display-name', 'Tresor portal', '--query', '[0].id', '--output', 'tsv']);
  const url = `${azure.tls?.url.replace('localhost', 'graph.localhost') ?? ''}/v1.0/applications/${id.trim()}`;
  await az(['rest', '--method', 'patch', '--url', url, '--body', JSON.stringify({ spa: { redirectUris: [OTHER_PAGE] } })]);
  await expect(signInAs(registeredAs(first), ADELE)).rejects.toThrow();
  const dry = await withCertificate('--dry-run');
  expect(dry.said).toContain(`redirect URIs: ["${OTHER_PAGE}"] → ["${PAGE}"]`);
  expect(dry.said).toContain('Changes to be made: 1.');
  expect((await withCertificate()).said).toContain('Changes: 1.');
  await expect(signInAs(registeredAs(first), ADELE)).resolves.toMatchObject({ token_type: 'Bearer' });
});

test('a managed identity is trusted instead of a certificate, once', async () => {
  const trusting = await here('--managed-identity', SERVER_IDENTITY);
  expect(trusting, trusting.said).toMatchObject({ code: 0, settings: { TRESOR_MANAGED_IDENTITY: SERVER_IDENTITY } });
  const again = await here('--system-identity', SERVER_IDENTITY);
  expect(again).toMatchObject({ code: 0, settings: { TRESOR_MANAGED_IDENTITY: 'system' } });
  expect(again.said).toContain('Nothing to change.');
});

test('it leaves alone what it has not made, and nobody registers but administrators', async () => {
  await az(['ad', 'app', 'create', '--display-name', 'Other API']);
  const foreign = await withCertificate('--name', 'Other');
  expect(foreign).toMatchObject({ code: 1, settings: {} });
  expect(foreign.said).toContain('the registration "Other API" is not one that this script has made');
  expect(await register('--undo', '--name', 'Other')).toMatchObject({ code: 1 });
  await az(['login', '--username', 'megan.bowen@contoso.example', '--password', azure.password]);
  const refused = await withCertificate('--name', 'Third');
  expect(refused).toMatchObject({ code: 1, settings: {} });
  expect(refused.said).toContain('this was refused: register "Third API"');
  await az(['login', '--username', ADELE, '--password', azure.password]);
});

test('undo takes both back and says so, and there is nothing to undo afterwards', async () => {
  const before = await directoryOf(azure);
  const dry = await register('--undo', '--dry-run');
  expect(dry.said).toContain('would: delete the registration "Tresor API"');
  expect(await directoryOf(azure)).toEqual(before);
  expect(await register('--undo')).toMatchObject({ code: 0 });
  await expect(signInAs(registeredAs(first), ADELE)).rejects.toThrow();
  const left = JSON.stringify(await directoryOf(azure));
  for (const gone of [
    'Tresor API',
    'Tresor portal',
    ...Object.values(first.settings)
      .filter((one) => /^[0-9a-f-]{36}$/.test(one))
      .slice(1),
  ])
    expect(left).not.toContain(gone);
  expect((await register('--undo')).said).toContain('Nothing to undo.');
});

import { describe, expect, it } from 'vitest';
import { readConfig } from './config';
import { COMMANDS_KEPT_DAYS } from './store/bounds';
import { CLOUD, LOCAL, problemsOf } from './testing/settings';

describe('the settings', () => {
  it('of local mode have sensible defaults', () => {
    expect(readConfig(LOCAL)).toMatchObject({ host: '127.0.0.1', port: 4280, publicOrigin: 'http://localhost:4280' });
  });

  it('ask for a reason of every command only where they say so, in one word', () => {
    expect(readConfig(LOCAL).auditDays).toBe(COMMANDS_KEPT_DAYS);
    expect(readConfig(LOCAL).reasonRequired).toBe(false);
    expect(readConfig({ ...LOCAL, TRESOR_REASON_REQUIRED: 'true' }).reasonRequired).toBe(true);
    expect(problemsOf({ ...LOCAL, TRESOR_REASON_REQUIRED: 'yes' })).toHaveLength(1);
  });

  it('of cloud mode name the authority of the tenant', () => {
    const config = readConfig(CLOUD);
    expect(config.authority).toBe(`https://login.microsoftonline.com/${CLOUD.TRESOR_TENANT_ID}`);
    expect(config.credential).toEqual({ kind: 'managed-identity', clientId: undefined });
    expect(config.azureUrl).toBeUndefined();
  });

  it.each([
    ['usgov', 'https://login.microsoftonline.us'],
    ['china', 'https://login.partner.microsoftonline.cn'],
    ['delos', 'https://login.sovcloud-identity.de'],
    ['bleu', 'https://login.sovcloud-identity.fr'],
  ])('of cloud mode know where people sign in to the cloud %s', (cloud, login) => {
    const tenant = CLOUD.TRESOR_TENANT_ID;
    expect(readConfig({ ...CLOUD, TRESOR_CLOUD: cloud })).toMatchObject({
      authority: `${login}/${tenant}`,
      issuer: `${login}/${tenant}/v2.0`,
      jwksUrl: `${login}/${tenant}/discovery/v2.0/keys`,
    });
    expect(problemsOf({ ...CLOUD, TRESOR_AUTHORITY: `${login}/${tenant}` })).toEqual([
      `TRESOR_AUTHORITY is of the cloud ${cloud}, and TRESOR_CLOUD says public`,
    ]);
  });

  it('know no other cloud', () => {
    expect(problemsOf({ ...CLOUD, TRESOR_CLOUD: 'germany' })).toHaveLength(1);
  });

  it('of cloud mode go with production', () => {
    expect(problemsOf({ ...CLOUD, NODE_ENV: 'production' })).toEqual([]);
  });

  it('are refused with all problems at once', () => {
    const problems = problemsOf({ TRESOR_MODE: 'cloud', TRESOR_PORT: 'no', TRESOR_AZURE_URL: 'http://localhost:1', TRESOR_DATA: '.data' });
    for (const name of [
      'TRESOR_PORT',
      'TRESOR_TENANT_ID',
      'TRESOR_API_CLIENT_ID',
      'TRESOR_AZURE_URL',
      'TRESOR_PUBLIC_ORIGIN',
      'no credential',
    ]) {
      expect(problems.join('\n')).toContain(name);
    }
  });

  it.each([
    ['a client secret', { TRESOR_API_CLIENT_SECRET: 'x' }],
    ['metadata of an authority', { TRESOR_AUTHORITY_METADATA: '{}' }],
    ['another Azure', { TRESOR_AZURE_URL: 'http://localhost:4281' }],
    ['an origin over http', { TRESOR_PUBLIC_ORIGIN: 'http://tresor.contoso.example' }],
    ['an issuer on this computer', { TRESOR_ISSUER: 'https://localhost/v2.0' }],
    ['keys over http', { TRESOR_JWKS_URL: 'http://keys.contoso.example' }],
    ['two credentials', { TRESOR_API_CERTIFICATE: 'package.json', TRESOR_API_CERTIFICATE_KEY: 'package.json' }],
    ['a certificate without its key', { TRESOR_API_CERTIFICATE: 'package.json' }],
    ['no credential', { TRESOR_MANAGED_IDENTITY: '' }],
  ])('of cloud mode refuse %s', (_what, change) => {
    expect(problemsOf({ ...CLOUD, ...change })).not.toEqual([]);
  });

  it.each([
    ['a proxy without a scheme, as curl takes it', { HTTPS_PROXY: 'proxy.contoso.example:3128' }],
    ['a proxy of another kind', { https_proxy: 'socks5://proxy.contoso.example:1080' }],
    ['authorities in a file that is not there', { NODE_EXTRA_CA_CERTS: '/nowhere/authorities.pem' }],
    ['authorities in a file of another kind', { NODE_EXTRA_CA_CERTS: 'package.json' }],
  ])('of cloud mode refuse %s, which Node would pass over', (_what, change) => {
    expect(problemsOf({ ...CLOUD, ...change })).toEqual([expect.stringContaining(Object.keys(change)[0] ?? '')]);
  });

  it.each(['http://proxy.contoso.example:3128', 'http://ada:secret@[2001:db8::1]:3128', 'https://proxy.contoso.example'])(
    'of cloud mode take the proxy %s',
    (HTTPS_PROXY) => {
      expect(problemsOf({ ...CLOUD, HTTPS_PROXY })).toEqual([]);
    },
  );

  it('take an address of IPv6 to listen at with and without its brackets', () => {
    for (const TRESOR_HOST of ['::1', '[::1]']) expect(readConfig({ ...CLOUD, TRESOR_HOST }).host).toBe('::1');
  });

  it.each([
    ['a bind beyond this computer', { TRESOR_HOST: '0.0.0.0' }],
    ['production', { NODE_ENV: 'production' }],
    ['an Azure elsewhere', { TRESOR_AZURE_URL: 'https://management.azure.com' }],
    ['a public origin elsewhere', { TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example' }],
    ['a managed identity', { TRESOR_MANAGED_IDENTITY: 'system' }],
    ['a missing secret', { TRESOR_API_CLIENT_SECRET: '' }],
  ])('of local mode refuse %s', (_what, change) => {
    expect(problemsOf({ ...LOCAL, ...change })).toHaveLength(1);
  });
});

describe('where vulnerabilities are reported', () => {
  it.each(['mailto:security@contoso.example', 'https://contoso.example/security', 'tel:+49-30-901820'])('may be %s', (contact) => {
    expect(readConfig({ ...CLOUD, TRESOR_SECURITY_CONTACT: contact }).security).toEqual({ contact, policy: undefined });
  });

  it.each(['security@contoso.example', 'http://contoso.example/security', 'javascript:alert(1)'])('is not %s', (contact) => {
    expect(problemsOf({ ...CLOUD, TRESOR_SECURITY_CONTACT: contact })).toEqual([expect.stringContaining('TRESOR_SECURITY_CONTACT')]);
  });

  it('adds no line to what is told', () => {
    const settings = { ...CLOUD, TRESOR_SECURITY_CONTACT: 'mailto:a@contoso.example\nExpires: 2099-01-01T00:00:00Z' };
    expect(readConfig(settings).security?.contact).not.toMatch(/[\r\n]/);
  });

  it('goes with a page about them, which does not go alone', () => {
    const TRESOR_SECURITY_POLICY = 'https://contoso.example/policy';
    expect(problemsOf({ ...CLOUD, TRESOR_SECURITY_POLICY })).toEqual([expect.stringContaining('TRESOR_SECURITY_CONTACT')]);
    expect(problemsOf({ ...CLOUD, TRESOR_SECURITY_POLICY, TRESOR_SECURITY_CONTACT: 'tel:1' })).toEqual([]);
  });
});

describe('a name that is not known', () => {
  it.each([
    ['TRESOR_TRUSTED_PROXY', 'TRESOR_TRUSTED_PROXIES'],
    ['TRESOR_API_CERT', 'TRESOR_API_CERTIFICATE'],
    ['TRESOR_REQUEST_PER_MINUTE', 'TRESOR_REQUESTS_PER_MINUTE'],
    ['tresor_data', 'TRESOR_DATA'],
  ])('%s is refused with the one that was meant', (name, meant) => {
    expect(problemsOf({ ...CLOUD, [name]: 'x' })).toEqual([`there is no setting ${name}; did you mean ${meant}?`]);
    expect(problemsOf({ ...LOCAL, [name]: 'x' })).toHaveLength(1);
  });

  it('is fine when it is one of our tools’', () => {
    expect(problemsOf({ ...CLOUD, TRESOR_CHROMIUM: '/usr/bin/chromium', TRESOR_STANDING_DATE: '2026-01-01' })).toEqual([]);
  });
});

describe('numbers', () => {
  it.each(['0x10', '1e3', ' 80', '8080.0', '-1', '65536', '0', '\u0661\u0662'])('are written in digits, not as %j', (port) => {
    expect(problemsOf({ ...LOCAL, TRESOR_PORT: port })).toEqual([expect.stringContaining('TRESOR_PORT')]);
  });
});

it('all that is wrong is said in one list', () => {
  const problems = problemsOf({
    ...CLOUD,
    TRESOR_PORT: '0x10',
    TRESOR_MANAGED_IDENTITY: '',
    TRESOR_API_CERTIFICATE: 'nowhere.pem',
    TRESOR_API_CERTIFICATE_KEY: 'package.json',
    TRESOR_JWKS_URL: 'http://127.1',
    TRESOR_DATEN: 'x',
    TRESOR_TRUSTED_PROXIES: '0.0.0.0/0',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
  });
  expect(problems).toHaveLength(8);
});

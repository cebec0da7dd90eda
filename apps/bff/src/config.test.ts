import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config';
import { selfSigned } from './testing/self-signed';
import { COMMANDS_KEPT_DAYS } from './store/bounds';

const LOCAL = {
  TRESOR_MODE: 'local',
  TRESOR_DATA: '.data',
  TRESOR_TENANT_ID: '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30',
  TRESOR_PORTAL_CLIENT_ID: 'a3f0b7c4-6d1e-4f52-8b90-7c2e15d84a61',
  TRESOR_API_CLIENT_ID: 'd84c2f19-0b7e-4a35-9e6d-51f3a8c70b92',
  TRESOR_API_CLIENT_SECRET: 'local',
  TRESOR_AUTHORITY_METADATA: '{}',
  TRESOR_ISSUER: 'https://login.microsoftonline.com/5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/v2.0',
  TRESOR_JWKS_URL: 'http://localhost:4281/keys',
  TRESOR_AZURE_URL: 'http://localhost:4281',
};

const CLOUD = {
  TRESOR_MODE: 'cloud',
  TRESOR_DATA: '.data',
  TRESOR_TENANT_ID: LOCAL.TRESOR_TENANT_ID,
  TRESOR_PORTAL_CLIENT_ID: LOCAL.TRESOR_PORTAL_CLIENT_ID,
  TRESOR_API_CLIENT_ID: LOCAL.TRESOR_API_CLIENT_ID,
  TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example',
  TRESOR_MANAGED_IDENTITY: 'system',
};

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

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

const NAMES = 'localhost LOCALHOST localhost. a.localhost a.b.localhost. localhost.localdomain ip6-loopback ｌｏｃａｌｈｏｓｔ';
const IPV4 = '127.0.0.1 127.1 127.255.255.254 127.0.0.1. 2130706433 0x7f000001 0177.0.0.1 0x7f.1 0 0.0.0.0 ①②⑦.0.0.1 127%2e0.0.1';
const LINK = '169.254.169.254 169.254.1.1 2852039166 0xa9fea9fe [fe80::1] [febf::1] [::ffff:169.254.169.254] [64:ff9b::a9fe:a9fe]';
const IPV6 =
  '[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::127.0.0.1] [2002:7f00:1::] [::ffff:0:0]';
const LOCAL_HOSTS = `${NAMES} ${IPV4} ${LINK} ${IPV6}`.split(' ');

describe('an address in the cloud', () => {
  it.each(['TRESOR_PUBLIC_ORIGIN', 'TRESOR_AUTHORITY', 'TRESOR_ISSUER', 'TRESOR_JWKS_URL'])(
    'is never this computer in %s, however it is written',
    (name) => {
      for (const host of LOCAL_HOSTS)
        expect([host, problemsOf({ ...CLOUD, [name]: `https://${host}/x` })]).toEqual([host, [expect.stringContaining(name)]]);
    },
  );

  it.each([
    'tresor.contoso.example',
    'localhost.contoso.example',
    'mylocalhost',
    '128.0.0.1',
    '169.253.1.1',
    '[2001:db8::1]',
    '[::ffff:203.0.113.7]',
  ])('may be %s', (host) => {
    expect(problemsOf({ ...CLOUD, TRESOR_PUBLIC_ORIGIN: `https://${host}` })).toEqual([]);
  });

  it.each(['http://tresor.contoso.example', 'ftp://tresor.contoso.example', 'https://ada:secret@tresor.contoso.example'])(
    'is not %s',
    (url) => {
      expect(problemsOf({ ...CLOUD, TRESOR_AUTHORITY: url })).toHaveLength(1);
    },
  );
});

describe('what makes the cloud unsafe is refused', () => {
  it.each([
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1,128.0.0.0/1',
    '10.0.0.1, ::ffff:0:0/96',
    '192.0.0.0/2',
    '2000::/3',
    '128.0.0.0/7',
    '192.0.2.0/24',
  ])('as a proxy %s', (list) => {
    expect(problemsOf({ ...CLOUD, TRESOR_TRUSTED_PROXIES: list })).toEqual([expect.stringContaining('TRESOR_TRUSTED_PROXIES')]);
  });

  it.each(['10.0.0.0/8', '127.0.0.1', '::1', '10.1.2.3, fd00::/16'])('but not as a proxy %s', (list) => {
    expect(problemsOf({ ...CLOUD, TRESOR_TRUSTED_PROXIES: list })).toEqual([]);
  });

  it('a process that believes every server', () => {
    expect(problemsOf({ ...CLOUD, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual([expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED')]);
  });

  it('a store that is reached without encryption', () => {
    const url = 'postgresql://tresor@store.contoso.example/tresor';
    for (const mode of ['', '?sslmode=disable', '?sslmode=require', '?sslmode=no-verify', '?sslmode=verify-full&sslmode=disable'])
      expect(problemsOf({ ...CLOUD, DATABASE_URL: url + mode })).toContainEqual(expect.stringContaining('DATABASE_URL'));
    expect(problemsOf({ ...CLOUD, DATABASE_URL: `${url}?sslmode=verify-full` })).toEqual([]);
  });
});

describe('the database of several servers', () => {
  it.each([
    ['no address', 'tresor'],
    ['another kind', 'mysql://tresor@localhost/tresor'],
    ['nobody', 'postgresql://localhost/tresor'],
    ['no database', 'postgresql://tresor@localhost'],
    ['a parameter that is not known', 'postgresql://tresor@localhost/tresor?options=-c%20statement_timeout%3D0'],
    ['an authority that is not there', 'postgresql://tresor@localhost/tresor?sslmode=verify-full&sslrootcert=/nowhere'],
  ])('is refused with %s', (_what, url) => {
    expect(problemsOf({ ...LOCAL, DATABASE_URL: url })).toEqual([expect.stringContaining('DATABASE_URL')]);
  });

  it('may be on this computer in local mode', () => {
    expect(problemsOf({ ...LOCAL, DATABASE_URL: 'postgresql://tresor@127.0.0.1:5433/tresor' })).toEqual([]);
  });

  it('needs a password where it is not known whom tokens are meant for', () => {
    const url = 'postgresql://tresor@store.contoso.example/tresor?sslmode=verify-full';
    expect(problemsOf({ ...CLOUD, TRESOR_CLOUD: 'bleu', DATABASE_URL: url })).toContainEqual(expect.stringContaining('needs a password'));
  });

  it('is PostgreSQL: who still names a Redis is told, and does not run alone', () => {
    expect(problemsOf({ ...CLOUD, REDIS_URL: 'rediss://store.contoso.example' })).toEqual([expect.stringContaining('DATABASE_URL')]);
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

const problemsWith = (certificateFile: string, keyFile: string) =>
  problemsOf({ ...CLOUD, TRESOR_MANAGED_IDENTITY: '', TRESOR_API_CERTIFICATE: certificateFile, TRESOR_API_CERTIFICATE_KEY: keyFile });

describe('the certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tresor-config-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const mine = selfSigned();
  const certificate = file('mine.pem', mine.certificate);
  const key = file('mine.key', mine.key);

  it('goes with its key', () => {
    expect(problemsWith(certificate, key)).toEqual([]);
  });

  it.each([
    ['that is not there', join(folder, 'nowhere.pem'), 'does not exist'],
    ['that is a folder', folder, 'is a folder'],
    ['below a file', join(certificate, 'x.pem'), 'cannot be read'],
    ['that is no PEM', file('text.pem', 'hello'), 'in PEM'],
    ['that is cut off', file('half.pem', mine.certificate.slice(0, 300)), 'in PEM'],
    ['that is empty', file('empty.pem', ''), 'in PEM'],
  ])('is named where it is a file %s, and so is its key', (_what, broken, why) => {
    expect(problemsWith(broken, key)).toEqual([expect.stringContaining(why)]);
    expect(problemsWith(certificate, broken)).toEqual([expect.stringContaining(why)]);
    expect(problemsWith(broken, broken)).toHaveLength(2);
  });

  it('does not go with the key of another', () => {
    expect(problemsWith(certificate, file('other.key', selfSigned().key))).toEqual([expect.stringContaining('another certificate')]);
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

import { describe, expect, it } from 'vitest';
import { CLOUD, problemsOf } from '../testing/settings';

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

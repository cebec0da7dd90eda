import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemsOfLock } from './lock-file.mjs';
import { readBack } from '../read-back.mjs';
import { withoutHosts } from './bom.mjs';
import { fingerprint, secretsIn } from './secrets.mjs';

const lock = (entry: object) => ({
  packages: { '': {}, 'apps/bff': {}, 'node_modules/@tresor/bff': { link: true }, 'node_modules/a': entry },
});

it('every package that is installed has a hash, and none an address', () => {
  expect(problemsOfLock(readBack(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
});

it.each([
  [{}, 'has no integrity'],
  [{ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no integrity'],
  [{ integrity: `sha512-${'A'.repeat(86)}==`, resolved: 'https://registry.example/a.tgz' }, 'names where it was fetched from'],
])('a package of the lock file such as %j is told', (entry, problem) => {
  expect(problemsOfLock(lock(entry))).toEqual([expect.stringContaining(problem)]);
});

it('a lock file is refused that would install another version than is asked for, or none', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const packages = {
    'apps/bff': { dependencies: { own: '1.0.0', shared: '2.0.0', gone: '3.0.0' } },
    'apps/bff/node_modules/own': { version: '1.0.0', integrity },
    'node_modules/own': { version: '0.9.0', integrity },
    'node_modules/shared': { version: '2.0.1', integrity },
  };
  expect(problemsOfLock({ packages })).toEqual([
    'apps/bff asks for shared 2.0.0, and would get 2.0.1',
    'apps/bff asks for gone 3.0.0, and would get none',
  ]);
});

const planted = [
  ['-----BEGIN', 'PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC'].join(' '),
  ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJhZGEifQ', 'c2lnbmF0dXJlc2lnbmF0dXJl'].join('.'),
  `AccountKey=${'Ab1/'.repeat(21)}AA==`,
  `https://x.blob.core.windows.net/c?sv=1&sig=${'a1%2F'.repeat(8)}`,
  ['abc8Q', 'A'.repeat(33)].join('~'),
  `ghp_${'a1B2'.repeat(9)}`,
  ['postgres://tresor', 'hunter2hunter2@db.contoso.example'].join(':'),
  ['client_secret', "'correct-horse-battery-staple'"].join(': '),
];

it.each(planted)('a secret that gets into a file is found: %s', (secret) => {
  const [found = ''] = secretsIn('a.ts', `one\n${secret}\n`, []);
  expect(found).toMatch(/^a\.ts:2 holds /);
  expect(found).not.toContain(secret);
});

it('one that is none is allowed in its file alone', () => {
  const token = ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJhZGEifQ', 'c2lnbmF0dXJl'].join('.');
  const allowed = [{ file: 'a.test.ts', fingerprint: fingerprint(token), why: 'never signed' }];
  expect(secretsIn('a.test.ts', token, allowed)).toEqual([]);
  expect(secretsIn('b.ts', token, allowed)).toHaveLength(1);
});

it('the list of parts names nobody who served them', () => {
  const component = { name: 'a', version: '1.0.0', externalReferences: [{ type: 'distribution', url: 'https://registry.example/a.tgz' }] };
  const listed = withoutHosts({ bomFormat: 'CycloneDX', metadata: { component }, components: [component] });
  expect(JSON.stringify(listed)).not.toContain('registry.example');
  expect(listed.components).toEqual([{ name: 'a', version: '1.0.0' }]);
});

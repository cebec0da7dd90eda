import { describe, expect, it } from 'vitest';
import { hostilePaths } from '../testing/hostile-paths';
import { isNormal } from './normal-path';

const decoded = (path: string) => path.split('/').map(decodeURIComponent);

describe('a normal path', () => {
  // A million targets in all.
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is the same to everybody who takes it apart: part %i of a million targets', (part) => {
    let normal = 0;
    for (const target of hostilePaths(125_000, '/', part * 362_436_069)) {
      if (!isNormal(target)) continue;
      normal += 1;
      const path = target.split('?')[0] ?? '';
      const seen = new URL(`http://localhost${target}`);
      const resolved = new URL(target, 'http://localhost');
      const segments = decoded(path);
      const isSame =
        seen.pathname === path &&
        resolved.host === 'localhost' &&
        resolved.pathname === path &&
        decodeURIComponent(path) === segments.join('/') &&
        segments.join('/') === decoded(segments.join('/')).join('/') &&
        segments.every((segment) => segment !== '.' && segment !== '..') &&
        !/\/\/|\\/.test(segments.join('/'));
      if (!isSame) expect(target).toBe('written in one way only');
    }
    expect(normal).toBeGreaterThan(5_000);
  });

  it.each([
    ['dot segments', '/api/vaults/../subscriptions'],
    ['encoded dot segments', '/api/vaults/s/g/v/policies/%2e%2e'],
    ['half encoded dot segments', '/api/vaults/s/g/v/policies/.%2E'],
    ['dot segments encoded twice', '/api/vaults/%252e%252e'],
    ['an encoded separator', '/api/vaults/a%2fb'],
    ['a backslash', '/\\evil.example'],
    ['an encoded backslash', '/api/vaults/..%5c'],
    ['doubled slashes', '/api//vaults'],
    ['another host', '//evil.example/x'],
    ['nothing but slashes', '//'],
    ['overlong UTF-8', '/api/%c0%ae%c0%ae'],
    ['half a character', '/api/%f0%9f'],
    ['a percent sign that encodes nothing', '/api/%zz'],
    ['a needless encoding', '/%61pi/vaults'],
    ['an end of line', '/api/%0d%0a'],
    ['a zero', '/api/vaults%00'],
    ['a fragment', '/api/vaults?a#b'],
    ['a whole URL', 'http://localhost/api/vaults'],
    ['no path', '*'],
    ['nothing', ''],
    ['an empty name at the end', '/api/vaults/s/g/v/'],
  ])('has no %s', (_what, target) => {
    expect(isNormal(target)).toBe(false);
  });

  it.each([
    '/',
    '/?code=a%2Fb',
    '/vaults/',
    '/api/vaults',
    '/assets/app-1234.js',
    '/api/vaults/s/R%C3%BCcksicherung_(alt)/v',
    `/${encodeURIComponent('VM;iaasvmcontainerv2;rg;größe')}`,
  ])('is %s', (target) => {
    expect(isNormal(target)).toBe(true);
  });
});

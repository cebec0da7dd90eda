import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWrittenPages } from './written-pages';

const file = join(mkdtempSync(join(tmpdir(), 'tresor-written-')), 'pages.json');
const PATTERNS = ['/', '/vaults', '/vaults/new', '/vaults/:vault', '/vaults/:vault/jobs', '/vaults/:vault/:other', '/help/:entry/*', '/*'];
const middles = PATTERNS.map((pattern) => `<a href="/at/~vault~">~vault~</a>${pattern}`);
const parts = { before: '<main>', after: '</main>', middles, titles: PATTERNS.map(() => '~vault~') };
writeFileSync(file, JSON.stringify({ de: parts, en: parts, pages: PATTERNS.map((pattern) => ({ pattern, scripts: [`${pattern}.js`] })) }));

const pages = openWrittenPages(file);
const patternAt = (path: string) => pages(path, 'en')?.scripts[0]?.replace(/\.js$/, '');

it.each([
  ['/', '/'],
  ['/vaults', '/vaults'],
  ['/vaults/', '/vaults'],
  ['/VAULTS/New', '/vaults/new'],
  ['/vaults/new', '/vaults/new'],
  ['/vaults/mine', '/vaults/:vault'],
  ['/vaults/new/jobs', '/vaults/:vault/jobs'],
  ['/vaults/mine/else', '/vaults/:vault/:other'],
  ['/vaults/mine/else/more', '/*'],
  ['/help/one', '/help/:entry/*'],
  ['/help/one/two/three', '/help/:entry/*'],
  ['/help', '/*'],
  ['/constructor', '/*'],
])('%s shows the page of %s', (path, pattern) => {
  expect(patternAt(path)).toBe(pattern);
});

it('puts names into text and links so that they stay what they are', () => {
  const page = pages(`/vaults/${encodeURIComponent('a/"><script>&~entry~')}`, 'de');
  expect(page?.html).toBe(
    '<main><a href="/at/a%2F&quot;&gt;&lt;script&gt;&amp;~entry~">a/&quot;&gt;&lt;script&gt;&amp;~entry~</a>/vaults/:vault</main>',
  );
  expect(page?.title).toBe('a/&quot;&gt;&lt;script&gt;&amp;~entry~');
});

it('has no page for what cannot be read, and none where none were written', () => {
  expect(pages('/vaults/%E0%A4%A', 'en')).toBeUndefined();
  expect(openWrittenPages(`${file}.gone`)('/vaults', 'en')).toBeUndefined();
});

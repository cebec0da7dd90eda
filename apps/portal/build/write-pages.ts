import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest, Plugin } from 'vite';
import { firstStyles } from './styles/first-styles.ts';

const LANGUAGES = ['de', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** What the built module answers. */
interface Written {
  patterns: readonly { pattern: string; files: readonly string[]; title: Readonly<Record<Language, string>> }[];
  pageAt: (address: string, language: Language) => string;
}

/** An address of the pattern, with the names of its parts between tildes in their place. */
const addressOf = (pattern: string) => pattern.replace(/\/\*$/, pattern === '/*' ? '/~rest~' : '').replace(/:(\w+)/g, '~$1~');

/** The longest piece that all texts share, by lengths counted down from the first text's. */
function shared([first = '', ...others]: readonly string[], piece: (text: string, length: number) => string): string {
  let { length } = first;
  for (const other of others) while (piece(other, length) !== piece(first, length)) length -= 1;
  return piece(first, length);
}

const start = (text: string, length: number) => text.slice(0, length);
const end = (text: string, length: number) => text.slice(Math.max(0, text.length - length));

/** Nearly all of a page is the same at every address: it is kept once. */
function inParts(pages: readonly string[]) {
  const before = shared(pages, start);
  const after = shared(
    pages.map((page) => page.slice(before.length)),
    end,
  );
  return { before, after, middles: pages.map((page) => page.slice(before.length, page.length - after.length)) };
}

/** In references where Latin-1 has no such character: for a single one the server would keep the whole text with two bytes a character. */
const inLatin1 = (html: string) => html.replace(/[^\0-\xFF]/gu, (char) => `&#${char.codePointAt(0)};`);

/** The scripts that the blades' code is made of, in the order in which they are needed. */
function scriptsOf(manifest: Manifest, files: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  for (const file of files) add(`src/features/${file}.blade.tsx`);
  return [...found].map((file) => `/${file}`);
}

const SHEET = /<link rel="stylesheet" href="([^"]+)"/;

/** Puts into the page the rules that all pages are painted with first; the whole style sheet comes at its end. */
async function putStylesInto(dist: string, pages: Iterable<string>): Promise<void> {
  const place = join(dist, 'index.html');
  const page = await readFile(place, 'utf8');
  const [, sheet] = SHEET.exec(page) ?? [];
  if (sheet === undefined) throw new Error('The page has no style sheet.');
  const styles = firstStyles(pages, await readFile(join(dist, sheet), 'utf8'));
  await writeFile(
    place,
    page.replace('__STYLES__', () => `<style nonce="__NONCE__">${styles}</style>`),
  );
}

/** Runs what was built, and writes beside the portal what the server sends of each address before anything runs in the browser. */
export function writePages(dist: string): Plugin {
  return {
    name: 'tresor:write-pages',
    async writeBundle({ dir = '' }, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      if (entry === undefined) throw new Error('There is nothing that writes pages.');
      const { patterns, pageAt }: Written = await import(pathToFileURL(join(dir, entry.fileName)).href);
      const place = join(dist, 'manifest.json');
      const { default: manifest }: { default: Manifest } = await import(pathToFileURL(place).href, { with: { type: 'json' } });
      const texts = LANGUAGES.map((language) => patterns.map(({ pattern }) => inLatin1(pageAt(addressOf(pattern), language))));
      const parts = LANGUAGES.map((language, n) => {
        const titles = patterns.map(({ title }) => title[language]);
        return [language, { ...inParts(texts[n] ?? []), titles }] as const;
      });
      const pages = patterns.map(({ pattern, files }) => ({ pattern, scripts: scriptsOf(manifest, files) }));
      await writeFile(join(dist, 'pages.json'), JSON.stringify({ ...Object.fromEntries(parts), pages }));
      await putStylesInto(dist, texts.flat());
      await rm(place);
      await rm(dir, { recursive: true });
    },
  };
}

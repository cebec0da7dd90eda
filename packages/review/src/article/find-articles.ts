import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LANGUAGES, type Language } from '../words';
import type { Article } from './article';
import { parseArticle } from './parse-article';

/** The documents cannot be read as asked. The message is one sentence for the person at the terminal. */
export class DocsError extends Error {}

const UTF_16 = [
  { start: Buffer.from([0xff, 0xfe]), encoding: 'utf-16le' },
  { start: Buffer.from([0xfe, 0xff]), encoding: 'utf-16be' },
];

/** What a text file says, whatever its ending; nothing for pictures and other files that are not text. */
function textOf(file: string): string | undefined {
  const bytes = readFileSync(file);
  const mark = UTF_16.find(({ start }) => bytes.subarray(0, 2).equals(start));
  if (mark) return new TextDecoder(mark.encoding).decode(bytes);
  if (bytes.includes(0)) return undefined;
  // Text that is not UTF-8 was saved by an old editor of Windows.
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.trim() === '' ? undefined : text;
}

function read(file: string): Article | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : parseArticle(text, file);
}

/** Files of a folder that tell of the documents, and what version control keeps there. */
const NO_ARTICLE = /(^|[\\/])(README|LICENSE|\.[^\\/])/i;

/** The articles of a file or a folder, in the order of their paths. */
export function findArticles(docs: string): Article[] {
  if (!existsSync(docs)) throw new DocsError(`There is no file or folder ${docs}; name one with --docs.`);
  const isFolder = statSync(docs).isDirectory();
  const files = isFolder
    ? readdirSync(docs, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(docs, join(parentPath, name)))
        .filter((file) => !NO_ARTICLE.test(file))
        .toSorted()
        .map((file) => join(docs, file))
    : [docs];
  const articles = files.flatMap((file) => read(file) ?? []);
  if (articles.length === 0)
    throw new DocsError(`There is nothing to read in ${docs}: ${isFolder ? 'it holds no text' : 'it is no text'}.`);
  return articles;
}

/** The same article in the other language, where the documents keep one tree for each: `…/de/x.md` and `…/en/x.md`. */
export function otherLanguage(article: Article): Article | undefined {
  const parts = article.file.split(sep);
  const at = parts.findLastIndex((part) => part === article.language);
  const other: Language | undefined = LANGUAGES.find((language) => language !== article.language);
  if (at < 0 || other === undefined) return undefined;
  const file = parts.with(at, other).join(sep);
  return existsSync(file) ? read(file) : undefined;
}

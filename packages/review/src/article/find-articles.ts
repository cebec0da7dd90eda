import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { LANGUAGES, type Language } from '../words';
import type { Article } from './article';
import { parseArticle } from './parse-article';

/** The documents cannot be read as asked. The message is one sentence for the person at the terminal. */
export class DocsError extends Error {}

const read = (file: string) => parseArticle(readFileSync(file, 'utf8'), file);

/** The articles of a file or a folder, in the order of their paths. */
export function findArticles(docs: string): Article[] {
  if (!existsSync(docs)) throw new DocsError(`There is no file or folder ${docs}; name one with --docs.`);
  if (!statSync(docs).isDirectory()) return [read(docs)];
  const files = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const articles = files
    .filter((file) => !/(^|[\\/])(README|LICENSE)/i.test(file))
    .toSorted()
    .map((file) => read(join(docs, file)));
  if (articles.length === 0) throw new DocsError(`The folder ${docs} holds no Markdown (*.md).`);
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

import { basename, extname } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import { plain, type Language } from '../words';
import type { Article, Figure, Label, Run, Unit } from './article';
import { is, readInline } from './inline';
import { FRONT_MATTER, lenient } from './lenient';

const ANCHOR = /<a\s+name\s*=\s*["']([^"']+)["']/i;
const NOTE = /^\[!?[A-Z.]+\]$/;

interface Section {
  section: string;
  heading: string;
}

/** Collects what belongs to one unit while its blocks are read. */
class Draft {
  readonly paragraphs: Run[][] = [];
  readonly labels: Label[] = [];
  readonly figures: Figure[] = [];

  add(tokens: readonly Token[], file: string): string {
    const { runs, labels, figures } = readInline(tokens, file);
    const text = plain(runs.map(({ text }) => text).join(''));
    if (text !== '' && !NOTE.test(text)) this.paragraphs.push(runs);
    this.labels.push(...labels);
    this.figures.push(...figures);
    return text;
  }
}

/** `## Backup goal` → `backup-goal`, as Markdown viewers name their anchors. */
export const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

const COMMON: Record<Language, RegExp> = {
  de: /\b(der|die|das|und|sie|auf|für|wird|mit|den)\b/gi,
  en: /\b(the|and|you|of|to|is|for|with|click|on)\b/gi,
};

const count = (text: string, language: Language) => text.match(COMMON[language])?.length ?? 0;

/** The language an article is written in, by its commonest words. */
const languageOf = (text: string): Language => (count(text, 'de') >= count(text, 'en') ? 'de' : 'en');

/** A line of the front matter, without its quotation marks. */
const told = (text: string, name: string) =>
  new RegExp(`^${name}:[ \\t]*["']?(.+?)["']?[ \\t]*$`, 'm').exec(FRONT_MATTER.exec(text)?.[0] ?? '')?.[1];

/** `Back up VMs | Microsoft Docs` → `Back up VMs`. */
const withoutSite = (title: string) => title.replace(/\s*\|[^|]*$/, '');

/** Reads an article: its steps in order, with their labels and figures. */
export function parseArticle(raw: string, file: string): Article {
  const text = raw.replaceAll('\r\n', '\n');
  const titles = new Set([slug(withoutSite(told(text, 'title') ?? ''))]);
  const units: Unit[] = [];
  let place: Section = { section: '', heading: '' };
  let title = '';
  const counts = new Map<string, number>();

  const unit = (kind: Unit['kind'], number: number | undefined, draft: Draft) => {
    const counter = `${kind} ${place.section}`;
    const next = number ?? (counts.get(counter) ?? 0) + 1;
    counts.set(counter, next);
    units.push({ kind, ...place, number: next, paragraphs: draft.paragraphs, labels: draft.labels, figures: draft.figures });
  };

  const into = (draft: Draft, tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (is(token, 'list')) for (const item of token.items) into(draft, item.tokens);
      else if (is(token, 'blockquote')) into(draft, token.tokens);
      else if (is(token, 'table')) for (const row of token.rows) for (const cell of row) draft.add(cell.tokens, file);
      else if (is(token, 'html')) draft.add([token], file);
      else if ('tokens' in token && token.tokens) draft.add(token.tokens, file);
    }
  };

  const table = ({ header, rows }: Tokens.Table) => {
    const wording = header.findIndex(({ text }) => /fehler|error/i.test(text));
    for (const row of rows) {
      const draft = new Draft();
      const cells = row.map(({ tokens }) => draft.add(tokens, file));
      const message = cells[wording];
      if (message) draft.labels.push({ text: message, kind: 'wording' });
      unit('row', undefined, draft);
    }
  };

  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (is(token, 'heading')) {
        const heading = plain(token.text.replace(/<[^>]*>/g, ''));
        place = { section: ANCHOR.exec(token.text)?.[1] ?? slug(heading), heading };
        if (title === '') {
          title = heading;
          titles.add(place.section).add(slug(heading));
        }
      } else if (is(token, 'list') && token.ordered) {
        const { items, start } = token;
        for (const [index, item] of items.entries()) {
          const draft = new Draft();
          into(draft, item.tokens);
          unit('step', (start === '' ? 1 : start) + index, draft);
        }
      } else if (is(token, 'blockquote')) walk(token.tokens);
      else if (is(token, 'table')) table(token);
      else {
        const draft = new Draft();
        into(draft, [token]);
        if (draft.labels.some(({ kind }) => kind === 'bold') || draft.figures.length > 0) unit('text', undefined, draft);
      }
    }
  };

  walk(lexer(lenient(text, file)));
  titles.delete('');
  return {
    name: basename(file, extname(file)),
    file,
    title,
    titles: [...titles],
    assetId: told(text, String.raw`ms\.assetid`),
    language: languageOf(text),
    text,
    units,
  };
}

import { existsSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path';
import type { MarkedToken, Token } from 'marked';
import { plain } from '../words';
import type { Figure, Label, Run } from './article';

/** Narrows a token by its type: the lexer also speaks of extensions, of which there are none here. */
export const is = <K extends MarkedToken['type']>(token: Token, type: K): token is Extract<MarkedToken, { type: K }> => token.type === type;

/** What the text of one paragraph, cell or list item says. */
interface Inline {
  runs: Run[];
  labels: Label[];
  figures: Figure[];
}

const IMG = /^<img\b/i;
const attribute = (html: string, name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(html)?.[1];

function figureOf(link: string, alt: string, file: string): Figure {
  const path = resolve(dirname(file), decodeURI(link.split(/[?#]/)[0] ?? ''));
  const shown = isAbsolute(link) ? relative(dirname(file), link) : link;
  return { image: basename(path, extname(path)), link: shown, file: existsSync(path) ? path : undefined, alt: plain(alt) };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const withoutEntities = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_all, entity: string) => ENTITIES[entity] ?? '');

/** Reads inline tokens in order; HTML counts only for what it shows: bold, pictures, line breaks. */
export function readInline(tokens: readonly Token[], file: string): Inline {
  const read: Inline = { runs: [], labels: [], figures: [] };
  let bold = 0;
  const say = (text: string) => read.runs.push({ text: withoutEntities(text), bold: bold > 0 });
  const html = (raw: string) => {
    if (/^<(b|strong)\b/i.test(raw)) bold += 1;
    else if (/^<\/(b|strong)\b/i.test(raw)) bold = Math.max(0, bold - 1);
    else if (IMG.test(raw)) read.figures.push(figureOf(attribute(raw, 'src') ?? '', attribute(raw, 'alt') ?? '', file));
    else if (/^<(br|li|p|div)\b/i.test(raw)) say(' ');
  };
  const readHtml = (raw: string) => {
    for (const [piece] of raw.matchAll(/<[^>]*>|[^<]+/g)) {
      if (piece.startsWith('<')) html(piece);
      else say(piece);
    }
  };
  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (is(token, 'image')) read.figures.push(figureOf(token.href, token.text, file));
      else if (is(token, 'html')) readHtml(token.raw);
      else if (is(token, 'br')) say(' ');
      else if (is(token, 'strong')) {
        bold += 1;
        walk(token.tokens);
        bold -= 1;
      } else if ('tokens' in token && token.tokens) walk(token.tokens);
      else say('text' in token ? String(token['text']) : token.raw);
    }
  };
  walk(tokens);
  read.runs = joined(read.runs);
  read.labels = labelsOf(read.runs);
  return read;
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.bold === run.bold) last.text += run.text;
    else result.push({ ...run });
  }
  return result.map(({ text, bold }) => ({ text: text.replace(/\s+/g, ' '), bold })).filter(({ text }) => text !== '');
}

const QUOTED = /[„“"]([^„“”"]{2,60})[“”"]/g;

function labelsOf(runs: readonly Run[]): Label[] {
  const labels: Label[] = runs.flatMap(({ text, bold }): Label[] => {
    if (bold) return [{ text: plain(text).replace(/[.,;:]$/, ''), kind: 'bold' }];
    return [...text.matchAll(QUOTED)].map(([, quoted = '']) => ({ text: plain(quoted), kind: 'quoted' }));
  });
  return labels.filter(({ text }) => text !== '');
}

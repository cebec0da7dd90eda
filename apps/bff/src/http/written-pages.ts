import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { own } from '../own';

export type Language = 'de' | 'en';

const parts = z.object({ before: z.string(), after: z.string(), middles: z.array(z.string()), titles: z.array(z.string()) });

/** What the portal's build has written of its pages: nearly all of each is the same, what is between stands in the order of `pages`. */
const writtenPages = z.object({
  de: parts,
  en: parts,
  pages: z.array(z.object({ pattern: z.string(), scripts: z.array(z.string()) })),
});

interface WrittenPage {
  title: string;
  html: string;
  scripts: readonly string[];
}

type Names = Record<string, string>;

interface Place {
  index?: number;
  fixed: Map<string, Place>;
  named?: { name: string; place: Place };
  rest?: number;
}

const emptyPlace = (): Place => ({ fixed: new Map() });

function placeBelow(place: Place, segment: string): Place {
  if (segment.startsWith(':')) return (place.named ??= { name: segment.slice(1), place: emptyPlace() }).place;
  const word = segment.toLowerCase();
  const known = place.fixed.get(word) ?? emptyPlace();
  place.fixed.set(word, known);
  return known;
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

function mapOf(patterns: readonly string[]): Place {
  const root = emptyPlace();
  for (const [index, pattern] of patterns.entries()) {
    const segments = segmentsOf(pattern);
    const hasRest = segments.at(-1) === '*';
    const place = (hasRest ? segments.slice(0, -1) : segments).reduce(placeBelow, root);
    if (hasRest) place.rest = index;
    else place.index = index;
  }
  return root;
}

/** Words in any case before names, names before the rest, as the portal's router has it. */
function find(place: Place, [segment, ...others]: readonly string[], names: Names): { index: number; names: Names } | undefined {
  const ended = place.index ?? place.rest;
  if (segment === undefined) return ended === undefined ? undefined : { index: ended, names };
  const fixed = place.fixed.get(segment.toLowerCase());
  const { named, rest } = place;
  return (
    (fixed && find(fixed, others, names)) ??
    (named && find(named.place, others, { ...names, [named.name]: segment })) ??
    (rest === undefined ? undefined : { index: rest, names })
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => own(ESCAPES, char) ?? char);

/** Puts the names of the address into a page, where they stand between tildes: as they are, and in links as part of a path. */
const filled = (text: string, names: Names) =>
  text.replace(/(href="[^"]*")|~(\w+)~/g, (found: string, link: string | undefined, name: string | undefined) => {
    if (link !== undefined) return link.replace(/~(\w+)~/g, (_, part: string) => escaped((own(names, part) ?? '').replaceAll('/', '%2F')));
    return escaped(own(names, name) ?? found);
  });

function decoded(segments: readonly string[]): readonly string[] | undefined {
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** What the build has written of the page at an address, before anything runs in the browser; nothing where it has written none. */
export function openWrittenPages(file: string): (path: string, language: Language) => WrittenPage | undefined {
  if (!existsSync(file)) return () => undefined;
  const { pages, ...texts } = writtenPages.parse(JSON.parse(readFileSync(file, 'utf8')));
  const map = mapOf(pages.map(({ pattern }) => pattern));
  return (path, language) => {
    const segments = decoded(segmentsOf(path));
    const found = segments && find(map, segments, {});
    if (found === undefined) return undefined;
    const { before, middles, after, titles } = texts[language];
    return {
      title: filled(titles[found.index] ?? '', found.names),
      html: before + filled(middles[found.index] ?? '', found.names) + after,
      scripts: pages[found.index]?.scripts ?? [],
    };
  };
}

import type { Part, Shot } from '../capture/shot';
import { LANGUAGES, type Language } from '../words';
import type { Finding } from './finding';
import { holds, loosely } from './readable';

/** What a reviewer of words has to know of the product; kept with the scenes. */
export interface Vocabulary {
  /** Words that must not be on a screen, and the one to use. */
  avoided: Readonly<Record<Language, readonly { word: string; instead: string }[]>>;
  /** Names that are the same in both languages. */
  names: readonly RegExp[];
}

/** One screen in the languages it was photographed in. */
interface Pair {
  scene: string;
  shots: Partial<Record<Language, Shot>>;
}

const PLACEHOLDER = /\{[a-z]\w*\}|\b(undefined|NaN|\[object Object\])\b/;
const saying = ({ parts }: Shot) => parts.filter(({ name, shown }) => shown && name !== '');

/** Words that no screen may show, or that show a text was forgotten. */
export function judgeWords(pair: Pair, vocabulary: Vocabulary): Finding[] {
  const findings: Finding[] = [];
  for (const language of LANGUAGES) {
    const shot = pair.shots[language];
    if (!shot) continue;
    const add = (code: Finding['code'], weight: Finding['weight'], details: Finding['details'], part?: Part) =>
      findings.push({ code, weight, scene: pair.scene, language, details, ...(part && { box: part.box }) });
    if (shot.pageLanguage !== language) add('page-language', 'wrong', { seen: shot.pageLanguage });
    for (const part of saying(shot)) {
      if (PLACEHOLDER.test(part.name)) add('placeholder', 'wrong', { text: part.name }, part);
      for (const { word, instead } of vocabulary.avoided[language]) {
        if (holds(part.name, word)) add('word-avoided', 'wrong', { word, instead, text: part.name }, part);
      }
    }
  }
  return [...findings, ...untranslated(pair, vocabulary)];
}

function untranslated({ scene, shots }: Pair, { names }: Vocabulary): Finding[] {
  const { de, en } = shots;
  if (!de || !en) return [];
  const english = new Set(saying(en).map(({ name }) => name));
  const isName = (text: string) => !/\p{L}{3}/u.test(text) || names.some((name) => name.test(text));
  const seen = new Set<string>();
  return saying(de).flatMap((part): Finding[] => {
    if (!english.has(part.name) || isName(part.name) || seen.has(part.name)) return [];
    seen.add(part.name);
    return [{ code: 'untranslated', weight: 'look', scene, language: 'de', details: { text: part.name }, box: part.box }];
  });
}

/** One thing has one spelling everywhere: the same words with other capitals, blanks or hyphens are told once. */
export function judgeSpelling(language: Language, screens: readonly { scene: string; shot: Shot }[]): Finding[] {
  const spellings = new Map<string, Map<string, { scene: string; part: Part }>>();
  for (const { scene, shot } of screens) {
    for (const part of saying(shot)) {
      const name = part.name.replace(/[\s*:.…?!]+$/, '');
      const key = loosely(name);
      // Headings in capitals are a matter of style.
      if (
        key.length < 4 ||
        /\d/.test(key) ||
        name === name.toUpperCase() ||
        !['button', 'link', 'heading', 'columnheader', 'region', 'text'].includes(part.role)
      )
        continue;
      const known = spellings.get(key) ?? new Map<string, { scene: string; part: Part }>();
      if (!known.has(name)) known.set(name, { scene, part });
      spellings.set(key, known);
    }
  }
  return [...spellings.values()].flatMap((known): Finding[] => {
    const [[first, at] = [undefined, undefined], ...others] = [...known.entries()];
    if (first === undefined || at === undefined) return [];
    return others.map(([second, { scene, part }]) => ({
      code: 'spelling-varies',
      weight: 'look',
      scene,
      language,
      details: { text: second, other: first, where: at.scene },
      box: part.box,
    }));
  });
}

import type { Part, Shot } from '../capture/shot';
import { plain, type Language } from '../words';

const wordsOf = ({ name, value = '' }: Part) => plain(`${name} ${value}`);
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Whether the words are in the text as words of their own: `OK` is not in `BOOK`. */
export function holds(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + words.length])) return true;
  }
  return false;
}

/** How well a part answers to the words: called so, called so and more, or only mentioning them. A numbered card says more than its title. */
function fits({ name, value }: Part, words: string): number {
  const called = withoutMarks(name);
  if (called === words || value === words) return 0;
  return called.startsWith(words) ? (CARD.test(name) ? 0 : 4) : 8;
}

/** The best part that says these words: one that is called so before one that mentions them, one in the picture before one outside. */
export function partSaying(shot: Pick<Shot, 'parts'>, words: string): Part | undefined {
  const saying = shot.parts.filter((part) => holds(wordsOf(part), words));
  const rank = (part: Part) => (part.shown ? 0 : 16) + fits(part, words) + rankOf(part.role);
  return saying.toSorted((a, b) => rank(a) - rank(b) || a.name.length - b.name.length)[0];
}

/** What can be clicked is what a reader looks for; a whole blade is only where to look. */
const rankOf = (role: string) => (['link', 'button', 'option'].includes(role) ? 0 : role === 'region' ? 2 : 1);

const CARD = /^\d+\. ?/;

/** `1. Sicherungsziel` and `Name *` say the same as `Sicherungsziel` and `Name`. */
export const withoutMarks = (name: string) => name.replace(CARD, '').replace(/\s*[*:]$/, '');

/** The same words in other capitals, or with other blanks and hyphens. */
export function spelledOtherwise(shot: Pick<Shot, 'parts'>, words: string): Part | undefined {
  const wanted = loosely(words);
  return shot.parts.find((part) => part.name !== '' && loosely(withoutMarks(part.name)) === wanted);
}

/** Capitals are a matter of style where a whole heading is in them, and in English, whose articles write a label now so, now so. */
export const sameButCapitals = (a: string, b: string, language: Language): boolean =>
  a.toLowerCase() === b.toLowerCase() && (language === 'en' || [a, b].some((text) => text === text.toUpperCase()));

export const loosely = (text: string): string => text.toLowerCase().replace(/[\s\-–_.:?!…]+/g, '');

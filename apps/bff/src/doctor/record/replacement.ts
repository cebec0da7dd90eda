import { KNOWN_WORDS } from './known-words';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Times and versions of an API say nothing of anybody. */
const TIME =
  /^(?:\d{4}-\d\d-\d\d(?:-preview)?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/;
/** What stands together as one word: of letters of any script, digits, and what joins them in names. */
const WORD = /[\p{L}\p{M}\p{N}_.-]+/gu;
const REFUSAL = /^AADSTS\d{1,9}$/;
const VERSION = /^\d{4}-\d\d-\d\d(?:-preview)?$/;

/** Replaces what is somebody's by made-up words, the same by the same, so that what belongs together still does. */
export class Replacement {
  readonly #made = new Map<string, string>();

  #standIn(word: string): string {
    const key = word.toLowerCase();
    const number = this.#made.size + 1;
    const made = this.#made.get(key) ?? (GUID.test(word) ? `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` : `name${number}`);
    this.#made.set(key, made);
    return made;
  }

  #word(word: string): string {
    // Dots at an end belong to the sentence, or to a path.
    const [, before = '', core = '', after = ''] = /^(\.*)(.*?)(\.*)$/su.exec(word) ?? [];
    const stays = core === '' || KNOWN_WORDS.has(core.toLowerCase()) || REFUSAL.test(core) || VERSION.test(core);
    return before + (stays ? core : this.#standIn(core)) + after;
  }

  /** A text with every word that is not known replaced. */
  text(text: string): string {
    return TIME.test(text) ? text : text.replace(WORD, (word) => this.#word(word));
  }

  /** JSON of the same shape: numbers, truth values and nulls stay, texts and names of members are replaced. */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((one: unknown) => this.json(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [this.text(name), this.json(one)]));
  }
}

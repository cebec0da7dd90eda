import { own } from '../api/own';
import { LOCALES, type Language } from './language';
import { wholeNumber } from './whole-number';

export type MessageValues = Readonly<Record<string, string | number>>;

/** What is said, with the number that a plural around it counts. */
type Said = (values: MessageValues, counted: number) => string;

const numberIn = (language: Language, value: number): string =>
  Number.isSafeInteger(value) ? wholeNumber(language, value) : value.toLocaleString(LOCALES[language]);

const rules = new Map<Language, Intl.PluralRules>();

function ruleFor(language: Language, count: number): Intl.LDMLPluralRule {
  const rule = rules.get(language) ?? new Intl.PluralRules(LOCALES[language]);
  rules.set(language, rule);
  return rule.select(count);
}

const WORDS = /(?:[^{}']|'(?!['{}#]))+/y;
const WORDS_COUNTED = /(?:[^{}'#]|'(?!['{}#]))+/y;
const APOSTROPHE = /''/y;
const QUOTED = /'([{}#](?:[^']|'')*)'?/y;
const NAME = /\{\s*(\w+)\s*/y;
const AS_NUMBER = /,\s*number\s*/y;
const AS_PLURAL = /,\s*plural\s*,/y;
const CASE = /\s*(=\d+|\w+)\s*\{/y;
const COUNTED = /#/y;
const END = /\s*\}/y;

/**
 * Reads what our texts use of ICU's message syntax: `{name}`, `{count, number}`, `{count, plural, =0 {…} one {…} other {# …}}`, and
 * braces between apostrophes.
 */
export function readMessage(language: Language, text: string): (values: MessageValues) => string {
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found?.at(1) ?? found?.[0];
  }

  function need(pattern: RegExp): void {
    if (take(pattern) === undefined) throw new Error(`The text “${text}” cannot be read from “${text.slice(at)}” on.`);
  }

  function valueOf(values: MessageValues, name: string): string | number {
    const value = own(values, name);
    if (value === undefined) throw new Error(`The text “${text}” was given no ${name}.`);
    return value;
  }

  function plural(name: string): Said {
    const cases = new Map<string, Said>();
    for (let which = take(CASE); which !== undefined; which = take(CASE)) {
      cases.set(which, words(true));
      need(END);
    }
    return (values) => {
      const count = Number(valueOf(values, name));
      const said = cases.get(`=${count}`) ?? cases.get(ruleFor(language, count)) ?? cases.get('other');
      if (said === undefined) throw new Error(`The text “${text}” has no words for ${count}.`);
      return said(values, count);
    };
  }

  function parameter(name: string): Said {
    let said: Said = (values) => String(valueOf(values, name));
    if (take(AS_NUMBER) !== undefined) said = (values) => numberIn(language, Number(valueOf(values, name)));
    else if (take(AS_PLURAL) !== undefined) said = plural(name);
    need(END);
    return said;
  }

  function part(counted: boolean): Said | undefined {
    const plain = take(counted ? WORDS_COUNTED : WORDS) ?? (take(APOSTROPHE) ?? take(QUOTED))?.replaceAll("''", "'");
    if (plain !== undefined) return () => plain;
    const name = take(NAME);
    if (name !== undefined) return parameter(name);
    return counted && take(COUNTED) !== undefined ? (_, count) => numberIn(language, count) : undefined;
  }

  function words(counted: boolean): Said {
    const parts: Said[] = [];
    for (let next = part(counted); next !== undefined; next = part(counted)) parts.push(next);
    return (values, count) => parts.map((said) => said(values, count)).join('');
  }

  const said = words(false);
  if (at < text.length) throw new Error(`The text “${text}” cannot be read from “${text.slice(at)}” on.`);
  return (values) => said(values, NaN);
}

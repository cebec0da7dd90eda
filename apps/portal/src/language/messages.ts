import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language';
import { own } from '../api/own';

/** One text in both languages, in ICU message syntax. */
export type Message = Readonly<Record<Language, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

export const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-US' };

/** The texts of a feature; a missing language does not compile. */
export const defineMessages = <const Key extends string>(messages: Readonly<Record<Key, Message>>): Readonly<Record<Key, Message>> =>
  messages;

type Format = (values: MessageValues) => string;

/** Whether a text has more than words and `{names}`: plurals and the like, quoting, markup. */
const needsParser = (text: string) => /\{\s*\w+\s*,|'[{}<>#']|</.test(text);

const plainFormat =
  (text: string): Format =>
  (values) =>
    text.replace(/\{\s*(\w+)\s*\}/g, (_, name: string) => {
      const value = own(values, name);
      if (value === undefined) throw new Error(`The text “${text}” was given no ${name}.`);
      return String(value);
    });

function parsedFormat(language: Language, text: string): Format {
  const format = new IntlMessageFormat(text, LOCALES[language]);
  return (values) => String(format.format(values));
}

const formats = new Map<string, Format>();

export function formatMessage(language: Language, message: Message, values?: MessageValues): string {
  const text = message[language];
  if (values === undefined) return text;
  const key = `${language}:${text}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = needsParser(text) ? parsedFormat(language, text) : plainFormat(text);
    formats.set(key, format);
  }
  return format(values);
}

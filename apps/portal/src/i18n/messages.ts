import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language';

/** One text in both languages, in ICU message syntax. */
export type Message = Readonly<Record<Language, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

export const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-US' };

/** The texts of a feature; a missing language does not compile. */
export const defineMessages = <const Key extends string>(messages: Readonly<Record<Key, Message>>): Readonly<Record<Key, Message>> =>
  messages;

const parsed = new Map<string, IntlMessageFormat>();

export function formatMessage(language: Language, message: Message, values?: MessageValues): string {
  const text = message[language];
  if (values === undefined) return text;
  const key = `${language}:${text}`;
  let format = parsed.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(text, LOCALES[language]);
    parsed.set(key, format);
  }
  return String(format.format(values));
}

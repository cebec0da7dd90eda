import type { Language } from './language';
import type { ParametersOf } from './message-parameters';
import { readMessage, type MessageValues } from './read-message';

declare const needs: unique symbol;

/** One text in both languages, in ICU message syntax. `Needs` names its parameters; a message that has some is none that has none. */
export interface Message<Needs extends string = never> extends Readonly<Record<Language, string>> {
  readonly [needs]?: Needs;
}

/** What has to be said with a message: a value for each of its parameters. */
export type ValuesFor<Needs extends string> = [Needs] extends [never] ? [] : [values: Readonly<Record<Needs, string | number>>];

/** A message beside what is said with it, for somebody else to say. */
export interface Phrase {
  message: Message<string>;
  values: MessageValues;
}

export const phrase = <Needs extends string>(message: Message<Needs>, ...[values]: ValuesFor<Needs>): Phrase => ({
  message,
  values: values ?? {},
});

type Texts = Readonly<Record<Language, string>>;
/** What is a message already keeps its parameters. */
type NeedsOf<Text extends Texts> = string extends Text[Language]
  ? Text extends Message<infer Needs>
    ? Needs
    : string
  : ParametersOf<Text[Language]>;
type Defined<All extends Readonly<Record<string, Texts>>> = { readonly [Key in keyof All]: Message<NeedsOf<All[Key]>> };

/** The texts of a feature; a missing language does not compile, nor later a parameter that is not given. */
export const defineMessages = <const All extends Readonly<Record<string, Texts>>>(messages: All): Defined<All> => messages;

/** The texts of several things of which the same is said. */
export const defineGroups = <const All extends Readonly<Record<string, Readonly<Record<string, Texts>>>>>(
  groups: All,
): { readonly [Name in keyof All]: Defined<All[Name]> } => groups;

const formats = new Map<string, (values: MessageValues) => string>();

export function formatMessage<Needs extends string>(language: Language, message: Message<Needs>, ...[values]: ValuesFor<Needs>): string {
  const text = message[language];
  if (values === undefined) return text;
  const key = `${language}:${text}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = readMessage(language, text);
    formats.set(key, format);
  }
  return format(values);
}

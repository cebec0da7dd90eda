import { comment, join, type Code } from './writing';
import { words, type Language, type WordId } from './words';

/** A part of a script that does one thing, and the words for it. */
export interface Section {
  says: WordId;
  code: Code;
}

export type Dialect = 'az' | 'Az' | 'AzureRM';

/** A script to show, copy and save. */
export interface Script {
  text: string;
  /** What it does, in order, in the language of its comments. */
  does: string[];
}

/** The sections one after the other, each under its comment. */
export function compose(opening: string, sections: readonly Section[], language: Language): Script {
  const does = sections.map(({ says }) => words[says][language]);
  const parts = sections.map(({ code }, index) => `${comment(does[index] ?? '')}\n${code.text}`);
  return { text: `${[opening, ...parts].filter((part) => part !== '').join('\n\n')}\n`, does };
}

/** Code of several lines; what is absent is left out. */
export const lines = (...pieces: readonly (Code | false | null)[]): Code =>
  join(
    pieces.filter((piece) => piece !== false && piece !== null),
    '\n',
  );

/** One command of a shell over several lines. */
export const command = (...parts: readonly Code[]): Code => join(parts, ' \\\n  ');

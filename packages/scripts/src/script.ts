import { headingLines, type Dialect, type Heading } from './heading';
import { join, remark, type Code } from './writing';
import { words, type Language, type WordId } from './words';

/** A part of a script that does one thing, and the words for it. */
export interface Section {
  says: WordId;
  /** The machine of many that it is done for. */
  about?: string;
  code: Code;
}

/** A script to show, copy and save. */
export interface Script {
  text: string;
  /** What it does, in order, in the language of its comments. */
  does: string[];
}

/** How a dialect begins a script, and how it notes what it is doing, to say so when a command fails. */
export interface Frame {
  dialect: Dialect;
  /** What must stand on the first line. */
  first: string;
  opening: (language: Language) => Code;
  doing: (what: string) => Code;
  /** What ends it. */
  closing: Code;
}

/** For whom a script is written: its comments' language and its first lines. */
export interface Reader {
  language: Language;
  heading: Heading;
}

const wordsOf = ({ says, about }: Section, language: Language): string =>
  about === undefined ? words[says][language] : `${words[says][language]}: ${about}`;

/** A section under its comment, noting that it is at work. */
export function written(frame: Pick<Frame, 'doing'>, section: Section, language: Language): Code {
  const what = wordsOf(section, language);
  return lines(remark(what), frame.doing(what), section.code);
}

/** The sections one after the other, each under its comment. */
export function compose(frame: Frame, sections: readonly Section[], { language, heading }: Reader): Script {
  const does = sections.map((section) => wordsOf(section, language));
  const parts = sections.map((section) => written(frame, section, language).text);
  const top = [frame.first, headingLines(heading, frame.dialect, language)].filter((line) => line !== '').join('\n');
  return { text: `${[top, frame.opening(language).text, ...parts, frame.closing.text].join('\n\n')}\n`, does };
}

/** Code of several lines; what is absent is left out. */
export const lines = (...pieces: readonly (Code | false | null)[]): Code =>
  join(
    pieces.filter((piece) => piece !== false && piece !== null),
    '\n',
  );

/** One command of a shell over several lines. */
export const command = (...parts: readonly Code[]): Code => join(parts, ' \\\n  ');

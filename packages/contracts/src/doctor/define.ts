export type Language = 'de' | 'en';

/** A text in both languages; `{name}` stands for what was seen. */
export type Text = Readonly<Record<Language, string>>;

/** What can come of a check. Nothing is wrong where there is nothing to mend. */
export interface Sound {
  seen: Text;
}

/** Something is wrong: what was seen, what it means for people, and what mends it. */
export interface Finding extends Sound {
  means: Text;
  fix: Text;
}

export interface CheckWords {
  title: Text;
  verdicts: Readonly<Record<string, Sound | Finding>>;
}

/** The texts of checks, by their ids. */
export const defineMessages = <const All extends Readonly<Record<string, CheckWords>>>(all: All): All => all;

/** Texts and verdicts that several checks share. */
export const defineGroups = <const Shared>(shared: Shared): Shared => shared;

/** Names of the parameters of a text. */
export type NamesIn<Words> = Words extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

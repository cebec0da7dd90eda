import type { CheckWords, Finding, Language, NamesIn, Sound, Text } from './define';
import { azure } from './words/azure';
import { network } from './words/network';
import { settings } from './words/settings';
import { signIn } from './words/sign-in';
import { store } from './words/store';

/** The checks by what they are about, in the order in which they are told. */
export const AREAS = { settings, network, signIn, azure, store };

export type AreaId = keyof typeof AREAS;

export const AREA_IDS = ['settings', 'network', 'signIn', 'azure', 'store'] as const satisfies readonly AreaId[];

/** All checks: what each is called, and what is said of each verdict it can come to. */
export const CHECKS = { ...settings, ...network, ...signIn, ...azure, ...store };

export type CheckId = keyof typeof CHECKS;

/** The ids of all checks, in the order in which they are told. */
export const CHECK_IDS: readonly CheckId[] = Object.keys(CHECKS).filter((id): id is CheckId => Object.hasOwn(CHECKS, id));
type VerdictsOf<Id extends CheckId> = (typeof CHECKS)[Id]['verdicts'];

type NamesOf<Words> = Words extends Text ? NamesIn<Words[Language]> : Words extends object ? NamesOf<Words[keyof Words]> : never;

type Values<Names extends string> = [Names] extends [never] ? { values?: undefined } : { values: Readonly<Record<Names, string>> };

/** A verdict that a check can come to, with a value for each parameter of its words. */
export type Verdict<Id extends CheckId> = Id extends CheckId
  ? { [Name in keyof VerdictsOf<Id>]: { verdict: Name } & Values<NamesOf<VerdictsOf<Id>[Name]>> }[keyof VerdictsOf<Id>]
  : never;

/** Why a check came to no verdict. */
export const UNSEEN = ['after', 'person', 'directory', 'local', 'unused', 'time', 'failed'] as const;

export type Unseen = (typeof UNSEEN)[number];

/** What came of a check: a verdict of its own, or why there is none (`value`: the check or the failure it is about). */
export type CheckResult =
  | { check: CheckId; verdict: string; values: Readonly<Record<string, string>>; unseen?: undefined }
  | { check: CheckId; unseen: Unseen; value: string; verdict?: undefined };

/** The words of a verdict; undefined where it has none. */
export function wordsOf({ check, verdict }: CheckResult): Sound | Finding | undefined {
  const { verdicts }: CheckWords = CHECKS[check];
  return new Map(Object.entries(verdicts)).get(verdict ?? '');
}

/** Whether the words tell of something that has to be mended. */
export const isFinding = (words: Sound | Finding | undefined): words is Finding => words !== undefined && 'fix' in words;

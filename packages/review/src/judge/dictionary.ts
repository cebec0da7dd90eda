import type { Label, Unit } from '../article/article';
import { unitKey, type Article } from '../article/article';
import type { Journey, Scene, Target } from '../scene/scene';
import type { Language, Words } from '../words';
import { loosely } from './readable';

/** Words the scenes know in both languages. */
export type Dictionary = Record<Language, ReadonlyMap<string, string>>;

/** What stands on the screens of a scene, as far as the scene names it. */
export function wordsOf({ title, describes, places = [], actions, ready, crop = [] }: Scene): Words[] {
  const targets: (Target | undefined)[] = [ready, ...crop, ...actions.map((action) => ('target' in action ? action.target : undefined))];
  const chosen = actions.flatMap((action) => (action.do === 'choose' ? [action.option] : []));
  const named = targets.flatMap((target) => (target?.name ? [target.name] : []));
  return [title, ...Object.values(describes).flat(), ...places.map(({ label }) => label), ...named, ...chosen];
}

export function dictionaryOf(journeys: readonly Journey[]): Dictionary {
  const words = journeys.flatMap(({ scenes }) => scenes.flatMap(wordsOf));
  const from = (language: Language) => new Map(words.map((word) => [loosely(word[language]), language === 'de' ? word.en : word.de]));
  return { de: from('de'), en: from('en') };
}

interface KnownLabels {
  known: readonly Label[];
  /** Labels nobody has words for in that language. */
  untranslated: readonly Label[];
}

/** The labels of a unit in a language: from the article of that language, or by the words the scenes know. */
export function labelsIn(
  language: Language,
  unit: Unit,
  article: Article,
  other: Article | undefined,
  dictionary: Dictionary,
): KnownLabels {
  if (article.language === language) return { known: unit.labels, untranslated: [] };
  const same = other?.units.find((candidate) => unitKey(candidate) === unitKey(unit));
  if (same) return { known: same.labels, untranslated: [] };
  const translated = unit.labels.map((label) => ({ label, text: dictionary[article.language].get(loosely(label.text)) }));
  return {
    known: translated.flatMap(({ label, text }) => (text === undefined ? [] : [{ ...label, text }])),
    untranslated: translated.flatMap(({ label, text }) => (text === undefined ? [label] : [])),
  };
}

import { storedChoice } from '../kept/stored-choice';

export type Language = 'de' | 'en';

/** The first of the browser's languages that we speak; English where it is neither. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (/^de\b/i.test(language)) return 'de';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

const language = storedChoice<Language>('tresor.language', ['de', 'en'], () => preferredLanguage(navigator.languages));

const markDocument = () => {
  document.documentElement.lang = language.get();
};
markDocument();
language.subscribe(markDocument);

export const useLanguage = (): Language => language.use();
export const getLanguage = (): Language => language.get();
export const setLanguage = (next: Language): void => language.set(next);

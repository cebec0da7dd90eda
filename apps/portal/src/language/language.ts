import { storedChoice } from '../kept/stored-choice';

export type Language = 'de' | 'en';

export const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-US' };

/** The first of the browser's languages that we speak; English where it is neither. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (/^de\b/i.test(language)) return 'de';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

let ofPage: Language = 'en';
/** In which language the page is written before anything runs in it. */
export const writePageIn = (language: Language): void => void (ofPage = language);

export const languageChoice = storedChoice<Language>(
  'tresor.language',
  ['de', 'en'],
  () => preferredLanguage(navigator.languages),
  () => ofPage,
);

export const useLanguage = (): Language => languageChoice.use();
export const getLanguage = (): Language => languageChoice.get();
export const setLanguage = (next: Language): void => languageChoice.set(next);

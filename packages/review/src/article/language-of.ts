import type { Language } from '../words';

const COMMON: Record<Language, RegExp> = {
  de: /\b(der|die|das|und|sie|auf|für|wird|mit|den)\b/gi,
  en: /\b(the|and|you|of|to|is|for|with|click|on)\b/gi,
};

const count = (text: string, language: Language) => text.match(COMMON[language])?.length ?? 0;

/** The language an article is written in, by its commonest words. */
export const languageOf = (text: string): Language => (count(text, 'de') >= count(text, 'en') ? 'de' : 'en');

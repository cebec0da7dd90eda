import type { Language } from './language';

const BETWEEN_THOUSANDS: Readonly<Record<Language, string>> = { de: '.', en: ',' };

/** As `Intl.NumberFormat` writes it, which reads the formats of all languages before its first number: too long for a page that is starting. */
export const wholeNumber = (language: Language, value: number): string =>
  String(value).replace(/\B(?=(?:\d{3})+$)/g, BETWEEN_THOUSANDS[language]);

import type { Language } from './language';

const BETWEEN_THOUSANDS: Readonly<Record<Language, string>> = { de: '.', en: ',' };

/** As `Intl.NumberFormat` writes it, which reads the formats of all languages before its first number: too long for a page that is starting. */
export function wholeNumber(language: Language, value: number): string {
  const digits = String(Math.abs(value));
  let written = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    written = digits.slice(Math.max(0, end - 3), end) + BETWEEN_THOUSANDS[language] + written;
  return value < 0 ? `-${written}` : written;
}

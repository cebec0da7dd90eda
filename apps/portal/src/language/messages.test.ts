// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { LOCALES, preferredLanguage } from './language';
import { defineMessages, formatMessage, type Message } from './messages';
import { readMessage } from './read-message';

const { items, loaded, opened, quoted, waiting } = defineMessages({
  opened: { de: '{title} geöffnet, {count} neu', en: '{title} opened, {count} new' },
  quoted: { de: "'{'{name}'}'", en: "'{'{name}'}' isn''t set" },
  loaded: { de: '{done, number} von {all, number} GB', en: '{done, number} of {all, number} GB' },
  waiting: {
    de: '{count, plural, =0 {Nichts wartet in {place}} one {# Aufgabe in {place}} other {# Aufgaben in {place}}}.',
    en: '{count, plural, =0 {Nothing waits in {place}} one {# task in {place}} other {# tasks in {place}}}.',
  },
  items: { de: '{count, plural, one {# Element} other {# Elemente}}', en: '{count, plural, one {# item} other {# items}}' },
});

test('plurals follow the language', () => {
  expect(formatMessage('de', items, { count: 1 })).toBe('1 Element');
  expect(formatMessage('de', items, { count: 2000 })).toBe('2.000 Elemente');
  expect(formatMessage('en', items, { count: 2 })).toBe('2 items');
});

test('a plural has words of its own for none, and names within them', () => {
  expect(formatMessage('de', waiting, { count: 0, place: 'RestoreRG' })).toBe('Nichts wartet in RestoreRG.');
  expect(formatMessage('en', waiting, { count: 1, place: 'RestoreRG' })).toBe('1 task in RestoreRG.');
  expect(formatMessage('de', waiting, { count: 12_345, place: '#' })).toBe('12.345 Aufgaben in #.');
});

test.for(['de', 'en'] as const)('numbers are written as the browser writes them in %s', (language) => {
  const written = new Intl.NumberFormat(LOCALES[language]);
  for (const value of [0, 7, 999, 1000, -1000, 12_345, 1_234_567, 2.5, 1234.5678])
    expect(formatMessage(language, loaded, { done: value, all: 0 })).toContain(`${written.format(value)} `);
});

test('a text whose braces do not match is a mistake', () => {
  for (const text of ['{title', 'title}', '{count, plural, one {# item} other {# items}'])
    expect(() => readMessage('en', text)).toThrow(text);
});

test('names in braces become what they stand for, and nothing else changes', () => {
  expect(formatMessage('de', opened, { title: '$& {count}', count: 2000 })).toBe('$& {count} geöffnet, 2000 neu');
  expect(formatMessage('en', quoted, { name: 'x' })).toBe("{x} isn't set");
});

test('a text that is not given what it names is a mistake, not a gap', () => {
  const unread: Message<string> = opened;
  expect(() => formatMessage('en', unread, { title: 'Backup' })).toThrow('count');
});

test('the first language of the browser that we speak decides', () => {
  expect(preferredLanguage(['fr-FR', 'de-AT', 'en-US'])).toBe('de');
  expect(preferredLanguage(['en-GB', 'de'])).toBe('en');
  expect(preferredLanguage(['fr'])).toBe('en');
});

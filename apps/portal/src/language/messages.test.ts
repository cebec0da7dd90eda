// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { preferredLanguage } from './language';
import { defineMessages, formatMessage, type Message } from './messages';

const { items, opened, quoted } = defineMessages({
  opened: { de: '{title} geöffnet, {count} neu', en: '{title} opened, {count} new' },
  quoted: { de: "'{'{name}'}'", en: "'{'{name}'}' isn''t set" },
  items: { de: '{count, plural, one {# Element} other {# Elemente}}', en: '{count, plural, one {# item} other {# items}}' },
});

test('plurals follow the language', () => {
  expect(formatMessage('de', items, { count: 1 })).toBe('1 Element');
  expect(formatMessage('de', items, { count: 2000 })).toBe('2.000 Elemente');
  expect(formatMessage('en', items, { count: 2 })).toBe('2 items');
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

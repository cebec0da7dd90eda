import { expect, test } from 'vitest';
import { preferredLanguage } from './language';
import { defineMessages, formatMessage } from './messages';

const { items } = defineMessages({
  items: { de: '{count, plural, one {# Element} other {# Elemente}}', en: '{count, plural, one {# item} other {# items}}' },
});

test('plurals follow the language', () => {
  expect(formatMessage('de', items, { count: 1 })).toBe('1 Element');
  expect(formatMessage('de', items, { count: 2000 })).toBe('2.000 Elemente');
  expect(formatMessage('en', items, { count: 2 })).toBe('2 items');
});

test('the first language of the browser that we speak decides', () => {
  expect(preferredLanguage(['fr-FR', 'de-AT', 'en-US'])).toBe('de');
  expect(preferredLanguage(['en-GB', 'de'])).toBe('en');
  expect(preferredLanguage(['fr'])).toBe('en');
});

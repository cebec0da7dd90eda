import { recoveryDraft } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { messages } from './messages';
import { planNameFault } from './plan-name';
import { english, german } from '../../../testing/texts';

const isTaken = (name: string) => recoveryDraft.shape.name.safeParse(name).success;

test('a name may be in any script', () => {
  for (const name of ['Proben abc', 'تجربة', '🚒 Ernstfall', ' Ende ']) {
    expect(planNameFault(name)).toBeUndefined();
    expect(isTaken(name)).toBe(true);
  }
});

test('characters that turn the order of others, or show nothing, are refused at the field as at the server', () => {
  for (const name of [
    'Proben \u202Eabc',
    'a\u2066b',
    'Proben\u200B',
    'Pro\u00ADben',
    'a\u2060b',
    'a\uFEFFb',
    'a\u200Fb',
    'a\u0007b',
    'a\nb',
  ]) {
    expect(planNameFault(name)).toBe(messages.nameHidden);
    expect(isTaken(name)).toBe(false);
  }
});

test('a name is needed, and not too long', () => {
  expect(planNameFault(' ')).toBe(messages.nameNeeded);
  expect(planNameFault('a'.repeat(81))).toBe(messages.nameLong);
  // It stands beside the button, too, where the field is out of sight.
  expect(german(messages.nameLong)).toMatch(/^Der Name /);
  expect(english(messages.nameLong)).toMatch(/^The name /);
});

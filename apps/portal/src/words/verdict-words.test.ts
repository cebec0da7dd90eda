import { restorability, verdictReason } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { reasonWords, todoOfProvider, verdictWord } from './verdict-words';

test('every verdict has a word, and only a restorable point is shown as good', () => {
  const shown = restorability.shape.state.options.map((state) => [state, verdictWord(state).status]);
  expect(shown.filter(([, status]) => status === 'success')).toEqual([['restorable', 'success']]);
});

test('every reason says in both languages what is so and what to do', () => {
  for (const reason of verdictReason.options) {
    const words = reasonWords(reason);
    for (const language of ['de', 'en'] as const) {
      expect(words.reason[language], reason).toMatch(/\.$/);
      expect(words.todo[language], reason).toMatch(/\.$/);
    }
  }
});

test('in a subscription that a customer has delegated, whatever concerns keys is left to the customer, in both languages', () => {
  for (const reason of verdictReason.options) {
    const own = reasonWords(reason).todo;
    const { todo } = reasonWords(reason, true);
    expect(todo, reason).toBe(todoOfProvider(reason) ?? own);
    expect(todo.de, reason).not.toMatch(/Leserechte|aus der Sicherung zurück/);
    expect(todo.en, reason).not.toMatch(/read access|back from the backup/);
  }
  expect(reasonWords('key-vault-unreadable', true).todo.de).toMatch(/gleich welche Rolle Sie haben\. Bitten Sie den Kunden nachzusehen\./);
  expect(reasonWords('secret-not-there', true).todo.de).toMatch(/Zurückbringen kann sie nur der Kunde\.$/);
});

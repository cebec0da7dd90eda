import { restorability, verdictReason } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { explanationOf, reasonWords, todoOfProvider, verdictWord } from './verdict-words';

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

test('of a point that is ruled out nobody is told to select it, in both languages', () => {
  for (const reason of verdictReason.options) {
    const told = explanationOf({ state: 'blocked', reasons: [reason] });
    expect(told.length, reason).toBeGreaterThan(1);
    for (const { de, en } of told) {
      expect(de, reason).not.toMatch(/ruhig aus|zurück\.$/);
      expect(en, reason).not.toMatch(/You can select this point|back from the backup/);
    }
  }
  const [, ...told] = explanationOf({ state: 'blocked', reasons: ['key-not-there'] });
  expect(told.map(({ de }) => de)).toEqual([
    'Die Sicherung dieses Punkts enthält nicht alles, was fehlt.',
    'Wählen Sie einen anderen Punkt.',
  ]);
  const ofSnapshot = explanationOf({ state: 'blocked', reasons: ['snapshot-only-after-key-rotation', 'key-not-there'] });
  expect(ofSnapshot.map(({ en }) => en)).toHaveLength(3);
  expect(ofSnapshot.at(-1)?.en).toBe('Select a point that is stored in the vault.');
});

test('where no other point can be used either, nobody is told to select one, in both languages', () => {
  for (const reason of verdictReason.options) {
    const told = explanationOf({ state: 'blocked', reasons: [reason] }, { hasOther: false });
    expect(told.length, reason).toBeGreaterThan(1);
    for (const { de, en } of told) {
      expect(de, reason).not.toMatch(/Wählen Sie/);
      expect(en, reason).not.toMatch(/[Ss]elect /);
    }
  }
});

test('of a point that needs its keys first, it is said how they come back', () => {
  expect(explanationOf({ state: 'needs-keys', reasons: ['secret-not-there', 'key-not-there'] }).map(({ en }) => en)).toEqual([
    'The secret (BEK) from that time is no longer in the key vault.',
    'The key (KEK) from that time is no longer in the key vault.',
    'You can select this point: you bring both back in the step “Key and secret”.',
  ]);
});

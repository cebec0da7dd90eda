import { restorability, verdictReason } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { reasonWords, verdictWord } from './verdict-words';

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

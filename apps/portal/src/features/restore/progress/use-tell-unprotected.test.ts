// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../../language/language';
import { dismissFinished, useNotifications } from '../../../notifications/notifications';
import { useTellUnprotected } from './use-tell-unprotected';

afterEach(() => setLanguage('en'));
afterEach(dismissFinished);

function told(names: readonly string[]) {
  const { result } = renderHook(() => useTellUnprotected());
  result.current(names);
  return renderHook(() => useNotifications()).result.current;
}

test.each([
  ['en', 'No purge protection for fresh', 'Everything else was done.'],
  ['de', 'Kein Schutz vor endgültigem Löschen für fresh', 'Alles andere ist geschehen.'],
] as const)('a key vault that Azure refuses to protect is told beside what was done (%s)', (language, title, words) => {
  setLanguage(language);
  expect(told(['fresh'])).toMatchObject([{ title, body: expect.stringContaining(words), intent: 'warning' }]);
});

test('nothing is told where there is none', () => {
  expect(told([])).toEqual([]);
});

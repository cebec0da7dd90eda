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
  ['en', 'No purge protection for fresh', 'Azure refuses that'],
  ['de', 'Kein Schutz vor endgültigem Löschen für fresh', 'Azure lehnt es ab'],
] as const)('a key vault that Azure refuses to protect is told, and nothing of what else was asked for (%s)', (language, title, words) => {
  setLanguage(language);
  const notifications = told(['fresh']);
  expect(notifications).toMatchObject([{ title, body: expect.stringContaining(words), intent: 'warning' }]);
  expect(notifications[0]?.body).not.toMatch(/else|ander/);
});

test('nothing is told where there is none', () => {
  expect(told([])).toEqual([]);
});

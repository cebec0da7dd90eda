// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { useTablePlace } from './use-table-place';

/** Somebody comes to an entry of the history, sees what was kept of it, filters and leaves. */
function visit(key: string, filter: string): string {
  const { result, unmount } = renderHook(() => useTablePlace('Machines'), {
    wrapper: ({ children }) => <MemoryRouter initialEntries={[{ pathname: '/', key }]}>{children}</MemoryRouter>,
  });
  const { before, remember } = result.current;
  remember({ filter });
  unmount();
  return before.filter;
}

test('places are kept of the entries that were last seen, not of all that there ever were', () => {
  visit('first', 'sql');
  visit('second', 'web');
  for (let entry = 0; entry < 48; entry += 1) visit(`later ${entry}`, '');
  expect(visit('first', 'sql')).toBe('sql');
  visit('newest', 'app');
  expect(['newest', 'first', 'second'].map((key) => visit(key, 'none'))).toEqual(['app', 'sql', '']);
});

// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { keepText } from './keep-text';
import { storedValue } from './stored-value';

/** For as long as the test runs. */
function fill() {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

test('keeps a text, and with an empty one nothing', () => {
  keepText(localStorage, 'key', 'text');
  expect(localStorage.getItem('key')).toBe('text');
  keepText(localStorage, 'key', '');
  expect(localStorage.getItem('key')).toBeNull();
});

test('where there is no room, nothing older is left', () => {
  keepText(sessionStorage, 'key', 'older');
  fill();
  keepText(sessionStorage, 'key', 'newer');
  expect(sessionStorage.getItem('key')).toBeNull();
});

test('a choice holds for the page though the browser has no room to remember it', () => {
  const choice = storedValue('choice', (stored) => stored ?? 'light', String);
  const changed = vi.fn<() => void>();
  choice.subscribe(changed);
  fill();
  choice.set('dark');
  expect(choice.get()).toBe('dark');
  expect(changed).toHaveBeenCalledOnce();
});

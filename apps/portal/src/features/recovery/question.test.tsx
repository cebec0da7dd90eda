// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../language/language';
import * as session from '../../session/session';
import { Question } from './question';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  vi.spyOn(session, 'signedIn').mockReturnValue({ id: 'adele', name: 'Adele', username: 'adele', isGuest: false });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('what has happened since it was asked can’t be answered with yes any more, and the question can be put away', () => {
  const [onYes, onNo] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(
    <Question question="Cancel?" yes="Yes, cancel" onYes={onYes} onNo={onNo} pending={false} whyNot="It is being removed." failed={null} />,
  );
  const yes = screen.getByRole('button', { name: 'Yes, cancel' });
  expect(yes.title).toBe('It is being removed.');
  fireEvent.click(yes);
  fireEvent.click(screen.getByRole('button', { name: 'No' }));
  expect([onYes.mock.calls.length, onNo.mock.calls.length]).toEqual([0, 1]);
});

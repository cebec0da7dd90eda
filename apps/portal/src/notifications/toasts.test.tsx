// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteAzureTime } from '../api/azure-time';
import { formatsOf } from '../language/formats';
import { mount } from '../testing/mount';
import { dismissFinished, notify } from './notifications';
import Toasts from './toasts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  mount(<Toasts />);
  act(() => void notify({ title: 'Policy created', intent: 'success' }));
});
afterEach(() => {
  act(dismissFinished);
  vi.useRealTimers();
});

const toast = () => screen.queryByText('Policy created');
const dismissButton = () => screen.getByRole('button', { name: 'Dismiss Policy created' });
const wait = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000));

test('good news goes away by itself', () => {
  wait(5);
  expect(toast()).not.toBeNull();
  wait(2);
  expect(toast()).toBeNull();
});

test('what is longer can be read to its end', () => {
  act(() => void notify({ title: 'No purge protection', body: 'a'.repeat(200), intent: 'warning' }));
  wait(18);
  expect(screen.queryByText('No purge protection')).not.toBeNull();
  wait(2);
  expect(screen.queryByText('No purge protection')).toBeNull();
});

test('a toast stays while it is pointed at, and for a while after', () => {
  wait(5);
  fireEvent.pointerEnter(dismissButton());
  wait(60);
  expect(toast()).not.toBeNull();
  fireEvent.pointerLeave(dismissButton());
  wait(5);
  expect(toast()).not.toBeNull();
  wait(2);
  expect(toast()).toBeNull();
});

test('a toast stays while the keyboard is in it or another window is in front', () => {
  act(() => dismissButton().focus());
  wait(60);
  expect(toast()).not.toBeNull();
  act(() => dismissButton().blur());
  fireEvent.blur(window);
  wait(60);
  expect(toast()).not.toBeNull();
  fireEvent.focus(window);
  wait(7);
  expect(toast()).toBeNull();
});

test('one that is dismissed does not hold the next', () => {
  act(() => dismissButton().focus());
  fireEvent.click(dismissButton());
  expect(toast()).toBeNull();
  act(() => void notify({ title: 'Policy changed', intent: 'success' }));
  wait(7);
  expect(screen.queryByText('Policy changed')).toBeNull();
});

test('dismissed with the keyboard, a toast passes the focus to the next, and the last to what is newest on the page', () => {
  Element.prototype.checkVisibility = () => true;
  act(() => void notify({ title: 'Policy changed', intent: 'success' }));
  const next = screen.getByRole('button', { name: 'Dismiss Policy changed' });
  act(() => dismissButton().focus());
  fireEvent.click(dismissButton());
  expect(document.activeElement).toBe(next);
  const heading = document.createElement('main').appendChild(document.createElement('h1'));
  heading.tabIndex = -1;
  document.body.append(heading.parentElement ?? heading);
  fireEvent.click(next);
  expect(document.activeElement).toBe(heading);
  heading.parentElement?.remove();
});

test('a toast tells the time of Azure, with date and zone', () => {
  const there = new Date(Date.now() + 400 * 86_400_000);
  noteAzureTime(there.toISOString());
  act(() => void notify({ title: 'Access given', intent: 'success' }));
  noteAzureTime(new Date().toISOString());
  expect(screen.getByText(formatsOf('en').dateTime(there))).toBeDefined();
});

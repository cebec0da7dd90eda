// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mount } from '../testing/mount';
import { Bell } from './bell';
import { dismissFinished, notify, renotify } from './notifications';

beforeEach(() => {
  // What other tests were told.
  dismissFinished();
});
afterEach(() => act(dismissFinished));

const bell = () => screen.getByRole('button', { name: /^Notifications/ });

const show = () => mount(<Bell buttonClass="" />);

test('the bell counts what is new until its list is opened', async () => {
  show();
  act(() => void notify({ title: 'Backup enabled', intent: 'success' }));
  expect(bell().getAttribute('aria-label')).toBe('Notifications, 1 unread');
  fireEvent.click(bell());
  await screen.findByRole('heading', { name: 'Notifications' });
  expect(await screen.findByRole('button', { name: 'Notifications' })).toBe(bell());
});

test('what is told first comes into a region to which a screen reader listens already', async () => {
  const { container } = show();
  const region = container.querySelector('[aria-live=polite]');
  expect(region?.textContent).toBe('');
  act(() => void notify({ title: 'Policy created', intent: 'success' }));
  await waitFor(() => expect(region?.textContent).toContain('Policy created'));
});

test('dismissing the finished ones keeps what is running', async () => {
  show();
  let running = 0;
  act(() => {
    running = notify({ title: 'Enabling backup', intent: 'in-progress' });
  });
  act(() => void notify({ title: 'Policy created', intent: 'success' }));
  fireEvent.click(bell());
  fireEvent.click(await screen.findByRole('button', { name: 'Dismiss finished' }));
  expect(screen.queryByText('Policy created')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Notifications' }));
  expect(screen.getByText('Enabling backup')).toBeDefined();
  act(() => renotify(running, { title: 'Backup enabled', intent: 'success' }));
  expect(screen.getAllByText('Backup enabled').length).toBeGreaterThan(0);
});

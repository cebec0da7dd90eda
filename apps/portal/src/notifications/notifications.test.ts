// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { dismissFinished, notify, renotify, useNotifications } from './notifications';

test('what is still running is kept until its end is told, however much else there is', () => {
  dismissFinished();
  const running = notify({ title: 'Creating vault', intent: 'in-progress' });
  for (let at = 0; at < 60; at += 1) notify({ title: `Saved ${String(at)}`, intent: 'success' });
  renotify(running, { title: 'Vault created', intent: 'success' });
  const titles = renderHook(() => useNotifications()).result.current.map(({ title }) => title);
  expect(titles).toHaveLength(50);
  expect(titles).toContain('Vault created');
  expect(titles[0]).toBe('Saved 59');
  dismissFinished();
});

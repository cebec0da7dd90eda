// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { useLeaveGuard } from './leave-guard';

afterEach(() => {
  document.documentElement.hidden = false;
});

/** Whether the browser asks before it leaves the page. */
const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('a page with entries asks before it is left, and not once it may be shown to nobody any more', () => {
  renderHook(() => useLeaveGuard(true), { wrapper: MemoryRouter });
  expect(isAsked()).toBe(true);
  document.documentElement.hidden = true;
  expect(isAsked()).toBe(false);
});

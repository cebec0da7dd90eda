// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { noteAzureTime } from '../api/azure-time';
import { useNow } from './use-now';

const DAY = 86_400_000;
const ahead = (milliseconds: number) => act(() => noteAzureTime(new Date(Date.now() + milliseconds).toISOString()));

afterEach(() => {
  ahead(0);
});

test('a screen that was there before the first answer goes on by the clock of Azure', () => {
  const { result } = renderHook(useNow);
  ahead(400 * DAY);
  expect(Math.abs(result.current - Date.now() - 400 * DAY)).toBeLessThan(10_000);
});

test('what is said about the future stays while the clock goes its way', () => {
  const { result } = renderHook(useNow);
  const before = result.current;
  ahead(60_000);
  expect(result.current).toBe(before);
});

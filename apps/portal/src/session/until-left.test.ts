// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilLeft, windowOf } from './until-left';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const opened = { closed: false };
  vi.stubGlobal('open', () => opened);
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const waiting: ((token: string) => void)[] = [];
  const { begun, opened: found } = windowOf(() => {
    window.open('about:blank');
    return new Promise<string>((resolve) => void waiting.push(resolve));
  });
  const left = vi.fn<() => void>();
  untilLeft(found, begun).catch(left);
  return { opened, answer: () => waiting[0]?.('token'), comeBack: () => focus.mockReturnValue(true), left };
}

test('a window that somebody closes without an answer is noticed once they are back', async () => {
  const { opened, comeBack, left } = open();
  await vi.advanceTimersByTimeAsync(60_000);
  opened.closed = true;
  comeBack();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(left).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(left).toHaveBeenCalledTimes(1);
});

test('one that only counts as closed is waited for as long as people are in it', async () => {
  const { opened, left } = open();
  opened.closed = true;
  await vi.advanceTimersByTimeAsync(290_000);
  expect(left).not.toHaveBeenCalled();
});

test('one that has closed itself with an answer is not taken for left', async () => {
  const { opened, answer, comeBack, left } = open();
  opened.closed = true;
  comeBack();
  await vi.advanceTimersByTimeAsync(3_000);
  answer();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(left).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('windows are opened as before afterwards, also where nothing could begin', () => {
  const opened = vi.fn<() => null>(() => null);
  vi.stubGlobal('open', opened);
  expect(() =>
    windowOf(() => {
      throw new Error('blocked');
    }),
  ).toThrow('blocked');
  window.open('about:blank');
  expect(opened).toHaveBeenCalledExactlyOnceWith('about:blank');
});

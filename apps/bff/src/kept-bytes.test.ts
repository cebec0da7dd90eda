import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptBytes } from './kept-bytes';

const KEPT_MS = 1_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const textOf = (kept: KeptBytes<string>, key: string) => kept.get(key)?.bytes.toString();

describe('what is kept', () => {
  it('comes back as it was, a text and bytes alike, until its time is over', () => {
    const kept = new KeptBytes<string>(64, KEPT_MS);
    kept.keep('text', 'Grüße, 世界', 'of a text');
    kept.keep('bytes', Buffer.from([0, 255, 7]), 'of bytes');
    expect(textOf(kept, 'text')).toBe('Grüße, 世界');
    expect(kept.get('text')?.head).toBe('of a text');
    expect([...(kept.get('bytes')?.bytes ?? [])]).toEqual([0, 255, 7]);
    vi.advanceTimersByTime(KEPT_MS - 1);
    expect(textOf(kept, 'text')).toBe('Grüße, 世界');
    vi.advanceTimersByTime(1);
    for (const key of ['text', 'bytes']) expect(kept.get(key)).toBeUndefined();
  });

  it('leaves the memory when its time is over, though nobody asks again', () => {
    const kept = new KeptBytes<string>(16, KEPT_MS);
    kept.keep('first', 'secret', '');
    const first = kept.get('first')?.bytes;
    vi.advanceTimersByTime(KEPT_MS / 2);
    kept.keep('second', 'later', '');
    const second = kept.get('second')?.bytes;
    vi.advanceTimersByTime(KEPT_MS / 2);
    expect(first?.every((byte) => byte === 0)).toBe(true);
    expect(textOf(kept, 'second')).toBe('later');
    vi.advanceTimersByTime(KEPT_MS);
    expect(second?.every((byte) => byte === 0)).toBe(true);
  });

  it('gives way to what is newer, the oldest first', () => {
    const kept = new KeptBytes<string>(10, KEPT_MS);
    for (const key of ['one', 'two', 'six']) kept.keep(key, key, '');
    kept.keep('four', 'four', '');
    expect(['one', 'two', 'six', 'four'].map((key) => textOf(kept, key))).toEqual([undefined, undefined, 'six', 'four']);
  });

  it('is the last that was kept under a key', () => {
    const kept = new KeptBytes<string>(10, KEPT_MS);
    kept.keep('key', 'old', 'old');
    kept.keep('other', 'other', '');
    kept.keep('key', 'new', 'new');
    expect(textOf(kept, 'key')).toBe('new');
    kept.keep('key', 'longer than there is room', '');
    expect(kept.get('key')).toBeUndefined();
    expect(textOf(kept, 'other')).toBe('other');
  });

  it('is forgotten where that is asked for', () => {
    const kept = new KeptBytes<string>(64, KEPT_MS);
    for (const key of ['ada 1', 'ben 1', 'ada 2']) kept.keep(key, key, '');
    const view = kept.get('ada 1')?.bytes;
    kept.forget((key) => key.startsWith('ada '));
    expect(['ada 1', 'ben 1', 'ada 2'].map((key) => textOf(kept, key))).toEqual([undefined, 'ben 1', undefined]);
    expect(view?.every((byte) => byte === 0)).toBe(true);
  });

  it('is never anything else than what was kept under the key, in whatever order and size things come', () => {
    const kept = new KeptBytes<string>(97, KEPT_MS);
    const last = new Map<string, string>();
    let seed = 7;
    const upTo = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    let there = 0;
    for (let n = 0; n < 20_000; n += 1) {
      const key = `key ${upTo(12)}`;
      const text = `${n} `.repeat(1 + upTo(8));
      kept.keep(key, text, text);
      last.set(key, text);
      for (const [one, expected] of last) {
        const found = kept.get(one);
        if (found === undefined) continue;
        there += 1;
        expect([found.bytes.toString(), found.head]).toEqual([expected, expected]);
      }
      expect(textOf(kept, key)).toBe(text);
    }
    expect(there).toBeGreaterThan(40_000);
  });
});

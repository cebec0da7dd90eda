import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCode, loadPart } from './load-code';

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const silent = () => Promise.reject(new TypeError('Failed to fetch'));
const answers = () => Promise.resolve(new Response());

/** What became of a load once a minute has passed. */
async function outcome(load: () => Promise<string>): Promise<string> {
  const loaded = loadCode(load).catch(({ problem }: { problem: { code: string } }) => problem.code);
  await vi.advanceTimersByTimeAsync(60_000);
  return loaded;
}

describe('a part of the portal', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is fetched once the server that starts again answers', async () => {
    vi.stubGlobal('fetch', vi.fn(answers).mockImplementationOnce(silent).mockImplementationOnce(silent));
    const load = vi.fn(() => Promise.resolve('there')).mockImplementationOnce(gone);
    expect(await outcome(load)).toBe('there');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('that is not there although the server answers belongs to an older build', async () => {
    vi.stubGlobal('fetch', answers);
    expect(await outcome(gone)).toBe('version-mismatch');
  });

  it('that stands within others is left out then, and takes nothing away with it', async () => {
    vi.stubGlobal('fetch', answers);
    const loaded = loadPart(gone);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await loaded).toEqual({ default: expect.any(Function) });
  });

  it('is given up when nobody answers', async () => {
    vi.stubGlobal('fetch', silent);
    expect(await outcome(gone)).toBe('offline');
  });
});

import { setImmediate as othersFirst } from 'node:timers/promises';

/** Long work that can be interrupted at its `yield`s. */
export type Slices<T> = Generator<void, T>;

/** Longer than this nobody waits for a slice. */
const SLICE_MS = 8;

/** Does the work from beginning to end. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Does the work in slices, between which others are served. */
export async function inSlices<T>(work: Slices<T>): Promise<T> {
  for (let since = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < SLICE_MS) continue;
    await othersFirst();
    since = performance.now();
  }
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');

/** Collects all garbage. What this turn of the event loop has looked at by a weak reference would stay, so another one begins first. */
export async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  gc();
}

import { monitorEventLoopDelay } from 'node:perf_hooks';

const BLOCKED_NS = 1e9;

/** Watches the event loop. The answer tells whether requests have been served without a long wait since it was asked last. */
export function watchLoop(): () => boolean {
  const delay = monitorEventLoopDelay({ resolution: 50 });
  delay.enable();
  return () => {
    const isFree = delay.max < BLOCKED_NS;
    delay.reset();
    return isFree;
  };
}

const LOOK_MS = 100;
const BLOCKED_MS = 1_000;

/** Watches whether requests get their turn. */
export function watchLoop(): { isFree: () => boolean; stop: () => void } {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    /** Whether nothing has held up the process for a second since this was asked last. */
    isFree() {
      look();
      const isFree = longest < BLOCKED_MS;
      longest = 0;
      return isFree;
    },
    stop: () => clearInterval(timer),
  };
}

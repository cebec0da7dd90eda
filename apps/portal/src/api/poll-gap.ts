const POLL_MS = 3_000;
const LONGEST_POLL_MS = 300_000;
/** Ten minutes in which something that runs is watched closely. */
const CLOSE_LOOKS = 200;

/** Milliseconds until something that runs is looked at again after so many looks: more and more seldom where it takes its time. */
export const pollGap = (looks: number): number => Math.min(LONGEST_POLL_MS, POLL_MS * 1.1 ** Math.max(0, looks - CLOSE_LOOKS));

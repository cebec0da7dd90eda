const DAY = 86_400_000;

/** Whole days from a moment (milliseconds) to the beginning of an ISO date in UTC; 0 on that day, negative after it. */
export const daysUntil = (date: string, now: number): number => Math.ceil((Date.parse(`${date}T00:00:00Z`) - now) / DAY);

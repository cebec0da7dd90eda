/** How long something takes, in seconds: at least, as is to be expected, at most. */
export interface Span {
  low: number;
  expected: number;
  high: number;
}

const FEW = 3;

const medianOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

/**
 * What is to be expected by what was seen: the median, between the least and the most of it and a fifth beyond, or half of it where fewer
 * than three were seen. `seconds` has at least one entry.
 */
export function spanOf(seconds: readonly number[]): Span {
  const sorted = seconds.toSorted((a, b) => a - b);
  const beyond = seconds.length < FEW ? 0.5 : 0.2;
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  return { low: Math.round(least * (1 - beyond)), expected: Math.round(medianOf(sorted)), high: Math.round(most * (1 + beyond)) };
}

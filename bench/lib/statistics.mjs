/** The value that the share (0–1) of the sorted values does not exceed. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1))];
}

/** The power of the size with which a value grows: the slope of the logarithms of `[size, value]`, by least squares. */
export function exponentOf(points) {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)]);
  const [meanX, meanY] = [0, 1].map((n) => logs.reduce((sum, log) => sum + log[n], 0) / logs.length);
  const slope = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return slope / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** Of an even number the mean of the two in the middle. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/**
 * One figure of one round. `as` writes its value; `atMost` or `atLeast` is what is promised of the median, and without either nothing is.
 * `exact`: no machine blurs it, however slow or busy.
 * `budget` says it in other words than the number. More is better where so much is promised at least, or `moreIsBetter` says so.
 * @param {string} what
 * @param {number} value
 * @param {{ as?: (value: number) => string, atMost?: number, atLeast?: number, budget?: string, beside?: string, moreIsBetter?: boolean, exact?: boolean }} [promised]
 */
export function measured(
  what,
  value,
  { as = String, atMost, atLeast, budget, beside = '', moreIsBetter = atLeast !== undefined, exact = false } = {},
) {
  const promise = atMost !== undefined ? `≤ ${as(atMost)}` : atLeast !== undefined ? `≥ ${as(atLeast)}` : '–';
  return { what, value, as, atMost, atLeast, budget: budget ?? promise, beside, moreIsBetter, exact };
}

/** Something that is so or is not; `shown` is what was seen. */
export const held = (what, isSo, shown, budget, beside = '') =>
  measured(what, isSo ? 1 : 0, { as: () => shown, atLeast: 1, budget, beside, exact: true });

export const isKept = ({ atMost, atLeast }, value) =>
  atMost === undefined && atLeast === undefined ? undefined : value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);

export const ms = (value) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`);
export const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
export const mib = (value) => `${Math.round(value)} MiB`;
export const times = (value) => `${value.toFixed(2)} ×`;
export const perSecond = (value) => `${Math.round(value).toLocaleString('en')}/s`;

// What the rounds of a run have given: for each figure its values, and the constant load beside each.
import { wasBusy } from './constant-load.mjs';
import { isKept } from './measurement.mjs';
import { median } from './statistics.mjs';

/** A change of less than this is none, whatever the ranges say. */
const SAME = 0.05;

export class Results {
  #lines = new Map();
  #failures = [];
  #loads = [];

  /** Takes what one version gave in one round, and the constant load of that moment. */
  add(version, measurements, load) {
    this.#loads.push(load);
    for (const measurement of measurements) {
      const { what, value } = measurement;
      const line = this.#lines.get(what) ?? this.#lines.set(what, { what, rounds: {} }).get(what);
      (line.rounds[version] ??= []).push({ value, load });
      (line.last ??= {})[version] = measurement;
    }
  }

  fail(version, figure, error) {
    this.#failures.push({ version, figure, why: error.message.split('\n')[0] });
  }

  get failures() {
    return this.#failures;
  }

  /** The constant load over the run: its median and range, and in how many rounds the machine was busy. */
  get constantLoad() {
    const took = this.#loads.map((load) => load.took);
    return { ...spanOf(took), rounds: took.length, busy: this.#loads.filter((load) => wasBusy(load, this.#best)).length };
  }

  get #best() {
    return Math.min(...this.#loads.map(({ took }) => took));
  }

  /** The lines of the table for one version. */
  of(version) {
    return [...this.#lines.values()].filter(({ rounds }) => rounds[version]).map((line) => this.#summary(line, version));
  }

  /** What was promised of a version and is not kept, where that is no matter of the machine. */
  missed(version) {
    return this.of(version)
      .filter(({ exact, kept }) => exact && kept === false)
      .map(({ what }) => what);
  }

  #summary({ what, rounds, last }, version) {
    const seen = rounds[version];
    const { as, budget, beside, atMost, atLeast, moreIsBetter, exact } = last[version];
    const span = spanOf(seen.map(({ value }) => value));
    return {
      what,
      ...span,
      shown: as(span.median),
      range: span.low < span.high && as(span.low) !== as(span.high) ? `${as(span.low)} – ${as(span.high)}` : '',
      loads: median(seen.map(({ value, load }) => value / load.took)),
      rounds: seen.length,
      busy: seen.filter(({ load }) => wasBusy(load, this.#best)).length,
      budget,
      kept: isKept({ atMost, atLeast }, span.median),
      keptIn: seen.filter(({ value }) => isKept({ atMost, atLeast }, value)).length,
      beside,
      isTime: as.name === 'ms',
      lessIsBetter: !moreIsBetter,
      exact,
    };
  }

  /** Of each figure that both versions gave: both summaries, the median of the rounds' ratios, and what became of it. */
  compared(before, after) {
    return [...this.#lines.values()]
      .filter(({ rounds }) => rounds[before] && rounds[after])
      .map((line) => {
        const [was, is] = [this.#summary(line, before), this.#summary(line, after)];
        const pairs = line.rounds[after].map(({ value }, n) => value / line.rounds[before][n]?.value);
        const ratio = was.median === 0 ? NaN : median(pairs.filter(Number.isFinite));
        return { what: line.what, was, is, ratio, change: changeOf(was, is) };
      });
  }
}

const spanOf = (values) => ({ median: median(values), low: Math.min(...values), high: Math.max(...values) });

/** Better or worse only where no round of the one reaches the other's, and by more than what is nothing. */
function changeOf(was, is) {
  if (Math.abs(is.median - was.median) <= SAME * Math.abs(was.median)) return 'same';
  const isMore = is.low > was.high;
  const isLess = is.high < was.low;
  if (!isMore && !isLess) return 'within the range';
  return isMore === is.lessIsBetter ? 'WORSE' : 'better';
}

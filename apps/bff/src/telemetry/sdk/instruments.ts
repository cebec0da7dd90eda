import type { Attributes, Counter, Histogram, Meter } from '@opentelemetry/api';
import { METRICS, type LevelName, type MetricName, type SpreadName, type TotalName } from '../metrics';
import type { Level } from '../telemetry';

/** From a kept answer, a millisecond, to the longest that a request may take. */
const BOUNDS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What values are written to, made of the table when each is written to first. */
export class Instruments {
  readonly #meter: Meter;
  readonly #totals = new Map<MetricName, Counter>();
  readonly #spreads = new Map<MetricName, Histogram>();

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  count(name: TotalName, attributes: Attributes, by: number): void {
    const counter = this.#totals.get(name) ?? this.#meter.createCounter(name, optionsOf(name));
    this.#totals.set(name, counter);
    counter.add(by, attributes);
  }

  record(name: SpreadName, value: number, attributes: Attributes): void {
    const histogram =
      this.#spreads.get(name) ??
      this.#meter.createHistogram(name, { ...optionsOf(name), advice: { explicitBucketBoundaries: BOUNDS_SECONDS } });
    this.#spreads.set(name, histogram);
    histogram.record(value, attributes);
  }

  watch<Name extends LevelName>(name: Name, look: () => Level<Name>[]): void {
    this.#meter.createObservableGauge(name, optionsOf(name)).addCallback((result) => {
      for (const { value, attributes = {} } of look()) result.observe(value, attributes);
    });
  }
}

const optionsOf = (name: MetricName) => ({ unit: METRICS[name].unit, description: METRICS[name].means });

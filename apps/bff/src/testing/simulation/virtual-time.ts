import { AsyncLocalStorage } from 'node:async_hooks';

interface Timer {
  at: number;
  order: number;
  run: () => void;
  every: number | undefined;
}

const real = { setTimeout, clearTimeout, setInterval, clearInterval, Date, now: performance.now.bind(performance), random: Math.random };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** One clock for everything that a run brought about: it moves only from timer to timer, and each has had its effects before the next. */
export class VirtualTime {
  readonly #epoch: number;
  #now = 0;
  #order = 0;
  #timers = new Map<object, Timer>();
  readonly #runs = new AsyncLocalStorage<symbol>();
  /** Work that is under way outside of the clock, as signatures are checked by threads. */
  busy = 0;

  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  get now(): number {
    return this.#now;
  }

  /** What the work brings about belongs to one run; time and chance of whatever else lives in the process stay as they are. */
  asRun<T>(work: () => T): T {
    return this.#runs.run(Symbol('run'), work);
  }

  /** Tells what belongs to the run that asks this from everything else. */
  ofThisRun(): () => boolean {
    const run = this.#runs.getStore();
    return () => this.#runs.getStore() === run;
  }

  install(random: () => number): void {
    this.#now = 0;
    this.#order = 0;
    this.#timers = new Map();
    const isOurs = this.ofThisRun();
    const shown = () => (isOurs() ? this.#epoch + this.#now : real.Date.now());
    const plan = (run: () => void, milliseconds: number | undefined, every?: number) => {
      const handle = { unref: () => handle, ref: () => handle, hasRef: () => true, [Symbol.dispose]: () => this.#timers.delete(handle) };
      const at = this.#now + Math.max(1, Number(milliseconds) || 0);
      this.#timers.set(handle, { at, order: (this.#order += 1), run, every });
      return handle;
    };
    const cancel = (handle: NodeJS.Timeout) => {
      if (!this.#timers.delete(handle)) real.clearTimeout(handle);
    };
    class ShownDate extends real.Date {
      constructor(...values: [] | [value: number | string | Date]) {
        super(values.length === 0 ? shown() : values[0]);
      }
      static override now = shown;
    }
    Object.assign(globalThis, {
      setTimeout: (run: (...values: unknown[]) => void, after?: number, ...values: unknown[]) =>
        isOurs() ? plan(() => run(...values), after) : real.setTimeout(run, after, ...values),
      setInterval: (run: (...values: unknown[]) => void, after?: number, ...values: unknown[]) =>
        isOurs() ? plan(() => run(...values), after, Math.max(1, after ?? 1)) : real.setInterval(run, after, ...values),
      clearTimeout: cancel,
      clearInterval: cancel,
      Date: ShownDate,
    });
    performance.now = () => (isOurs() ? this.#now : real.now());
    Math.random = () => (isOurs() ? random() : real.random());
  }

  uninstall(): void {
    const { setTimeout: timeout, setInterval: interval, clearTimeout: clear, clearInterval: clearEvery } = real;
    Object.assign(globalThis, {
      setTimeout: timeout,
      setInterval: interval,
      clearTimeout: clear,
      clearInterval: clearEvery,
      Date: real.Date,
    });
    performance.now = real.now;
    Math.random = real.random;
    this.#timers.clear();
  }

  /** Runs the timer that is due next, with all that follows from it at once. False when there is none. */
  async step(): Promise<boolean> {
    await this.#settle();
    let next: [object, Timer] | undefined;
    for (const entry of this.#timers) {
      const [, timer] = entry;
      if (!next || timer.at < next[1].at || (timer.at === next[1].at && timer.order < next[1].order)) next = entry;
    }
    if (!next) return false;
    const [handle, timer] = next;
    this.#now = timer.at;
    if (timer.every === undefined) this.#timers.delete(handle);
    else this.#timers.set(handle, { ...timer, at: timer.at + timer.every, order: (this.#order += 1) });
    timer.run();
    await this.#settle();
    return true;
  }

  async #settle(): Promise<void> {
    do await turn();
    while (this.busy > 0);
  }
}

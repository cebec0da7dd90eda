interface Timer {
  at: number;
  order: number;
  run: () => void;
  every: number | undefined;
}

const real = { setTimeout, clearTimeout, setInterval, clearInterval, Date, now: performance.now.bind(performance), random: Math.random };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** One clock for everything in the process: it moves only from timer to timer, and each has had its effects before the next. */
export class VirtualTime {
  readonly #epoch: number;
  #now = 0;
  #order = 0;
  #timers = new Map<object, Timer>();
  /** Work that is under way outside of the clock, as signatures are checked by threads. */
  busy = 0;

  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  get now(): number {
    return this.#now;
  }

  install(random: () => number): void {
    this.#now = 0;
    this.#order = 0;
    this.#timers = new Map();
    const shown = () => this.#epoch + this.#now;
    const plan = (run: () => void, milliseconds: number | undefined, every?: number) => {
      const handle = { unref: () => handle, ref: () => handle, hasRef: () => true, [Symbol.dispose]: () => this.#timers.delete(handle) };
      const at = this.#now + Math.max(1, Number(milliseconds) || 0);
      this.#timers.set(handle, { at, order: (this.#order += 1), run, every });
      return handle;
    };
    const cancel = (handle: unknown) => {
      if (typeof handle === 'object' && handle !== null) this.#timers.delete(handle);
    };
    class ShownDate extends real.Date {
      constructor(...values: [] | [value: number | string | Date]) {
        super(values.length === 0 ? shown() : values[0]);
      }
      static override now = shown;
    }
    Object.assign(globalThis, {
      setTimeout: (run: (...values: unknown[]) => void, after?: number, ...values: unknown[]) => plan(() => run(...values), after),
      setInterval: (run: (...values: unknown[]) => void, after?: number, ...values: unknown[]) =>
        plan(() => run(...values), after, Math.max(1, after ?? 1)),
      clearTimeout: cancel,
      clearInterval: cancel,
      Date: ShownDate,
    });
    performance.now = () => this.#now;
    Math.random = random;
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

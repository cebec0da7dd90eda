import { setMaxListeners } from 'node:events';

const overdue = new WeakSet<object>();

/** Whether a deadline gave this signal because its time was over, not because the one who asked had left. */
export const isOverdue = (signal: object | undefined): boolean => signal !== undefined && overdue.has(signal);

/** Work that must end: at the latest after a time, and at once when the one who asked for it leaves. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #end: number;
  readonly #parent: AbortSignal | undefined;
  #passed = false;

  constructor(milliseconds: number, parent?: AbortSignal) {
    // One request may wait for many calls at once.
    setMaxListeners(0, this.#controller.signal);
    this.#parent = parent;
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.#passed = true;
      overdue.add(this.signal);
      this.#controller.abort();
    }, milliseconds);
    parent?.addEventListener('abort', this.leave);
    if (parent?.aborted) this.leave();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds until the time is over. */
  get left(): number {
    return this.#end - performance.now();
  }

  /** Whether the time was over before the work was. */
  get passed(): boolean {
    return this.#passed;
  }

  /** The one who asked for the work has left. */
  readonly leave = (): void => this.#controller.abort();

  /** Gives the timer back. AbortSignal.timeout keeps its own, and all that hangs on it, until it fires. */
  done(): void {
    clearTimeout(this.#timer);
    this.#parent?.removeEventListener('abort', this.leave);
  }
}

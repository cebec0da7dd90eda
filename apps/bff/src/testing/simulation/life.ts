import type { Random } from './random';

const MINUTE = 60_000;

/** One server's process: it can be killed or stand still at any point that has a name. */
export class Life {
  readonly name: string;
  readonly #random: Random;
  readonly #trace: (line: string) => void;
  readonly #share: () => number;
  #dead = false;
  #still: Promise<void> | undefined;
  #disturbedUntil = -Infinity;

  constructor(name: string, random: Random, share: () => number, trace: (line: string) => void) {
    this.name = name;
    this.#random = random;
    this.#share = share;
    this.#trace = trace;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Whether it was dead or stood still at any moment since. */
  wasDisturbedSince(moment: number): boolean {
    return this.#disturbedUntil > moment;
  }

  /** A fail point such as `after-claim`. Anyone who is dead never gets past it. */
  async reach(point: string): Promise<void> {
    if (!this.#dead && this.#random.happens(this.#share())) this.#strike(point);
    while (this.#still) await this.#still;
    if (this.#dead) await new Promise(() => undefined);
  }

  #strike(point: string): void {
    if (this.#random.happens(0.5)) {
      this.#trace(`${this.name} is killed ${point}`);
      this.#dead = true;
      this.#disturbedUntil = Infinity;
      return;
    }
    const milliseconds = this.#random.one([1_000, 6_000, 12_000, 30_000, 14 * MINUTE]);
    this.#trace(`${this.name} stands still ${point} for ${milliseconds} ms`);
    this.#disturbedUntil = Date.now() + milliseconds;
    this.#still = new Promise((resolve) => {
      setTimeout(() => {
        this.#still = undefined;
        resolve();
      }, milliseconds);
    });
  }

  /** The store as this process reaches it: a fail point before and after each call, by the call's name. */
  reaching<T extends object>(store: T): T {
    return new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...values: unknown[]) => {
          await this.reach(`before-${String(name)}`);
          const result: unknown = await Reflect.apply(method, target, values);
          await this.reach(`after-${String(name)}`);
          return result;
        };
      },
    });
  }
}

/**
 * What an armed fault does to a request. `reset-after` and `truncated` strike when the work was done; `in-vain`: it is accepted, and who asks
 * what becomes of it is told, at once or after so many seconds of the world, that it `failed`; `without-job`: the same, but that it `succeeded`.
 */
export const faultKinds = [
  '409',
  '429',
  '500',
  '503',
  '504',
  'html',
  'empty',
  'reset',
  'reset-after',
  'slow',
  'drip',
  'hang',
  'truncated',
  'in-vain',
  'failed',
  'without-job',
  'succeeded',
] as const;

type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** Regular expression over `METHOD /path`, any case. */
  operation: string;
  kind: FaultKind;
  /** How often it strikes before it is spent; without end when absent. */
  times?: number;
  /** Share of matching requests it strikes, 0 to 1; all when absent. */
  rate?: number;
  /** Seconds: of `Retry-After` for 429 and 503, of the pause for `slow`, which ends when it is disarmed, and until what is accepted in place of the work has ended. */
  seconds?: number;
  /** Moment of the world until which what has `failed` or `succeeded` is in progress. */
  endsAt?: number;
}

/** Failures that nobody could cause by what he does: armed by hand, kept in memory only. */
export class Faults {
  #armed: { fault: Fault; pattern: RegExp; left: number }[] = [];
  #disarming = new AbortController();
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** @throws SyntaxError when the operation is not a regular expression */
  arm(fault: Fault): void {
    this.#armed.push({ fault, pattern: new RegExp(fault.operation, 'i'), left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  /** Disarms every fault; what hangs is let go, and what is slow goes on. */
  clear(): void {
    this.#armed = [];
    this.#disarming.abort();
    this.#disarming = new AbortController();
  }

  /** Aborts when the faults armed now are disarmed. */
  get disarmed(): AbortSignal {
    return this.#disarming.signal;
  }

  get armed(): Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** The fault that strikes a request, if one does; a spent fault is gone. */
  strike(method: string, path: string): Fault | undefined {
    if (this.#armed.length === 0) return undefined;
    const operation = `${method} ${path}`;
    const hit = this.#armed.find(
      ({ pattern, fault }) => pattern.test(operation) && (fault.rate === undefined || this.#random() < fault.rate),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#armed = this.#armed.filter((one) => one !== hit);
    return hit.fault;
  }
}

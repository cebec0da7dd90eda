import { MemoryStore, type IncrementResponse, type Options, type Store } from 'express-rate-limit';
import type { Counters } from '../http/rate-limits';
import { Problem } from '../problem';
import type { Stores } from './stores';

/** A store that says nothing for so long does not answer. */
const CALL_MS = 2_000;
/** So long nobody waits for it again; then the next call finds out. */
const SILENT_MS = 5_000;

/** How long calls of the store take, and whether it answers at all. */
class Patience {
  #silentUntil = -Infinity;

  async within<T>(call: () => Promise<T>): Promise<T> {
    if (performance.now() < this.#silentUntil) throw unavailable();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#silentUntil = performance.now() + SILENT_MS;
        reject(unavailable());
      }, CALL_MS);
    });
    return Promise.race([call(), late]).finally(() => clearTimeout(timer));
  }
}

const unavailable = () => new Problem('store-unavailable', { retryAfter: 5 });

/** The same stores, of which every call ends in time, whatever the store does. */
export function inTime(stores: Stores): Stores {
  const patience = new Patience();
  return {
    ...stores,
    batches: patient(stores.batches, patience),
    intents: patient(stores.intents, patience),
    grants: patient(stores.grants, patience),
    restorePlans: patient(stores.restorePlans, patience),
    commands: patient(stores.commands, patience),
    tokens: stores.tokens && {
      get: (assertion, scope) => patience.within(() => read(stores, assertion, scope)).catch(() => undefined),
      set: (assertion, scope, token) =>
        patience.within(() => Promise.resolve(stores.tokens?.set(assertion, scope, token))).catch(() => undefined),
    },
    counters: countersInTime(stores.counters, patience),
    isOpen: () => patience.within(() => stores.isOpen()).catch(() => false),
    sweep: () => stores.sweep(),
  };
}

const read = (stores: Stores, assertion: string, scope: string) => stores.tokens?.get(assertion, scope) ?? Promise.resolve(undefined);

/** Each method of a store, with an end to its waiting. */
function patient<T extends object>(store: T, patience: Patience): T {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...values: unknown[]) => patience.within(() => Promise.resolve(Reflect.apply(method, target, values)));
    },
  });
}

const countersInTime =
  (counters: Counters, patience: Patience): Counters =>
  (name) => {
    const shared = counters(name);
    return shared && new PatientCounter(shared, patience);
  };

/** Counts by itself while what all count in does not answer: nobody waits for a number. */
class PatientCounter implements Store {
  readonly #shared: Store;
  readonly #patience: Patience;
  readonly #alone = new MemoryStore();
  readonly localKeys = false;

  constructor(shared: Store, patience: Patience) {
    this.#shared = shared;
    this.#patience = patience;
  }

  init(options: Options): void {
    void this.#shared.init?.(options);
    this.#alone.init(options);
  }

  increment(key: string): Promise<IncrementResponse> {
    return this.#patience.within(() => Promise.resolve(this.#shared.increment(key))).catch(() => this.#alone.increment(key));
  }

  async decrement(key: string): Promise<void> {
    await this.#patience.within(() => Promise.resolve(this.#shared.decrement(key))).catch(() => undefined);
  }

  async resetKey(key: string): Promise<void> {
    await this.#patience.within(() => Promise.resolve(this.#shared.resetKey(key))).catch(() => undefined);
  }

  shutdown(): void {
    void this.#shared.shutdown?.();
    this.#alone.shutdown();
  }
}

import { MemoryStore } from 'express-rate-limit';
import type { Stores } from '../../store/stores';

export interface SilentStores {
  stores: Stores;
  /** While it is true nothing that is asked is ever answered. */
  silent: boolean;
}

/** Shared stores that fall silent as a network does which swallows everything: no refusal, no end. */
export function thatFallSilent(inner: Stores): SilentStores {
  const made: SilentStores = { stores: inner, silent: false };
  const orNever = <T>(work: () => Promise<T>): Promise<T> => (made.silent ? new Promise<T>(() => undefined) : work());
  const quiet = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...values: unknown[]) => orNever(() => Promise.resolve(Reflect.apply(method, target, values)));
      },
    });
  made.stores = {
    ...inner,
    batches: quiet(inner.batches),
    intents: quiet(inner.intents),
    grants: quiet(inner.grants),
    restorePlans: quiet(inner.restorePlans),
    commands: quiet(inner.commands),
    tokens: { get: () => orNever(() => Promise.resolve(undefined)), set: () => orNever(() => Promise.resolve()) },
    counters() {
      const counter = new MemoryStore();
      return {
        init: (options) => counter.init(options),
        increment: (key) => orNever(() => counter.increment(key)),
        decrement: (key) => orNever(() => counter.decrement(key)),
        resetKey: (key) => orNever(() => counter.resetKey(key)),
        shutdown: () => counter.shutdown(),
      };
    },
    isOpen: () => orNever(() => inner.isOpen()),
    sweep: () => orNever(() => inner.sweep()),
  };
  return made;
}

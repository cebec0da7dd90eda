import type { Stores } from '../../store/stores';

export interface SilentStores {
  stores: Stores;
  /** While it is true nothing that is asked is ever answered. */
  silent: boolean;
  /** How often it was asked in vain. */
  unanswered: number;
}

/** Shared stores that fall silent as a network does which swallows everything: no refusal, no end. */
export function thatFallSilent(inner: Stores): SilentStores {
  const made: SilentStores = { stores: inner, silent: false, unanswered: 0 };
  const orNever = <T>(work: () => Promise<T>): Promise<T> => {
    if (!made.silent) return work();
    made.unanswered += 1;
    return new Promise<T>(() => undefined);
  };
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
    recoveryPlans: quiet(inner.recoveryPlans),
    screens: quiet(inner.screens),
    storageDays: quiet(inner.storageDays),
    commands: quiet(inner.commands),
    isOpen: () => orNever(() => inner.isOpen()),
    sweep: () => orNever(() => inner.sweep()),
  };
  return made;
}

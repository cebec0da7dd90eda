import { Problem } from '../problem';
import type { Stores } from './stores';

/** A store that says nothing for so long does not answer: longer than it takes one that is slow to carry out what is most. */
const CALL_MS = 5_000;
/** So long nobody waits for it again; then the next call finds out. */
const SILENT_MS = 5_000;

/** How long calls of the store take, and whether it answers at all. */
class Patience {
  #silentUntil = -Infinity;
  #answeredAt = -Infinity;

  async within<T>(call: () => Promise<T>): Promise<T> {
    if (performance.now() < this.#silentUntil) throw unavailable();
    return this.withinTime(call);
  }

  /** Also of a store that is taken to be silent. */
  async withinTime<T>(call: () => Promise<T>): Promise<T> {
    const asked = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        // One that has answered another call meanwhile is slow with this one alone.
        if (this.#answeredAt < asked) this.#silentUntil = performance.now() + SILENT_MS;
        reject(new Problem('store-timeout', { retryAfter: 5 }));
      }, CALL_MS);
    });
    const answer = call();
    const answered = () => {
      this.#answeredAt = performance.now();
    };
    answer.then(answered, (error: unknown) => {
      if (!saysNothing(error)) answered();
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}

/** A refusal is an answer, too; that the store cannot be reached is none. */
const saysNothing = (error: unknown): boolean => error instanceof Problem && error.code.startsWith('store-');

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
    recoveryPlans: patient(stores.recoveryPlans, patience),
    screens: patient(stores.screens, patience),
    storageDays: patient(stores.storageDays, patience),
    commands: patient(stores.commands, patience),
    segments: patient(stores.segments, patience),
    isOpen: () => patience.within(() => stores.isOpen()).catch(() => false),
    sweep: () => stores.sweep(),
  };
}

/** A run that is not held any more ends: it asks for its lease until that is over, whatever became of other calls. */
const ALWAYS: ReadonlySet<string | symbol> = new Set(['lease']);

/** Each method of a store, with an end to its waiting. */
function patient<T extends object>(store: T, patience: Patience): T {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      const wait = ALWAYS.has(name) ? 'withinTime' : 'within';
      return (...values: unknown[]) => patience[wait](() => Promise.resolve(Reflect.apply(method, target, values)));
    },
  });
}

import type { HttpClient } from '@azure/core-rest-pipeline';
import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { atMost } from '../../caches';
import { retryAfterOf } from './answer';
import { asksForFewerWrites } from './busy';
import { WriteGate } from './write-gate';

const PARALLEL = 8;
/** So many of these may be for runs that nobody waits for: a page that somebody looks at does not stand behind their calls. */
const PATIENT = 5;
const QUEUE = 10_000;

/** The subscription that a URL of ARM names, in lower case; empty without one. */
export const subscriptionOf = (url: string): string => /\/subscriptions\/([0-9a-f-]{36})/i.exec(url)?.[1]?.toLowerCase() ?? '';

export interface Limiter {
  parallel: BulkheadPolicy;
  patient: BulkheadPolicy;
  writes: WriteGate;
}

const sum = (all: readonly Limiter[], of: (limiter: Limiter) => number) => all.reduce((total, one) => total + of(one), 0);

/** Nobody who names subscriptions that do not exist pushes another user's limiters out. */
const MOST_OF_ONE_USER = 500;

/** One limiter per subscription and user, as ARM counts: at most eight calls at once, and one gate for writes. */
export class SubscriptionLimiters {
  readonly #users = new LRUCache<string, LRUCache<string, Limiter>>(atMost(5_000));

  limiter(user: string, subscriptionId: string): Limiter {
    const limiters = this.#users.get(user) ?? new LRUCache<string, Limiter>(atMost(MOST_OF_ONE_USER));
    this.#users.set(user, limiters);
    const key = subscriptionId.toLowerCase();
    const limiter = limiters.get(key) ?? {
      parallel: bulkhead(PARALLEL, QUEUE),
      patient: bulkhead(PATIENT, QUEUE),
      writes: new WriteGate(),
    };
    limiters.set(key, limiter);
    return limiter;
  }

  /** How much is under way and how much waits, of all users together. */
  load(): { active: number; waiting: number; writesWaiting: number } {
    const all = [...this.#users.values()].flatMap((limiters) => [...limiters.values()]);
    return {
      active: sum(all, ({ parallel }) => PARALLEL - parallel.executionSlots),
      waiting: sum(all, ({ parallel, patient }) => 2 * QUEUE - parallel.queueSlots - patient.queueSlots),
      writesWaiting: sum(all, ({ writes }) => writes.waiting),
    };
  }

  /** A transport whose requests keep to their limiter and teach it what ARM says of its bucket. `isPatient`: nobody waits for them. */
  through(inner: HttpClient, user: string, isPatient = false): HttpClient {
    return {
      sendRequest: (request) => {
        const limiter = this.limiter(user, subscriptionOf(request.url));
        const send = async () => {
          const response = await inner.sendRequest(request);
          const remaining = response.headers.get('x-ms-ratelimit-remaining-subscription-writes');
          const wait = asksForFewerWrites(request.method, response) ? (retryAfterOf(response) ?? 1) : undefined;
          limiter.writes.observe(remaining === undefined ? undefined : Number(remaining), wait);
          return response;
        };
        return isPatient ? limiter.patient.execute(() => limiter.parallel.execute(send)) : limiter.parallel.execute(send);
      },
    };
  }
}

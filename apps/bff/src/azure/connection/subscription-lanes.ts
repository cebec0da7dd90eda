import type { HttpClient } from '@azure/core-rest-pipeline';
import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { retryAfterOf } from './answer';
import { WriteGate } from './write-gate';

const PARALLEL = 8;
const QUEUE = 10_000;

/** The subscription that a URL of ARM names, in lower case; empty without one. */
export const subscriptionOf = (url: string): string => /\/subscriptions\/([0-9a-f-]{36})/i.exec(url)?.[1]?.toLowerCase() ?? '';

export interface Lane {
  parallel: BulkheadPolicy;
  writes: WriteGate;
}

/** Nobody who names subscriptions that do not exist pushes another user's lanes out. */
const MOST_OF_ONE_USER = 500;

/** One lane per subscription and user, as ARM counts: at most eight calls at once, and one gate for writes. */
export class SubscriptionLanes {
  readonly #users = new LRUCache<string, LRUCache<string, Lane>>({ max: 5_000 });

  lane(user: string, subscriptionId: string): Lane {
    const lanes = this.#users.get(user) ?? new LRUCache<string, Lane>({ max: MOST_OF_ONE_USER });
    this.#users.set(user, lanes);
    const key = subscriptionId.toLowerCase();
    const lane = lanes.get(key) ?? { parallel: bulkhead(PARALLEL, QUEUE), writes: new WriteGate() };
    lanes.set(key, lane);
    return lane;
  }

  /** A transport whose requests keep to their lane and teach it what ARM says of its bucket. */
  through(inner: HttpClient, user: string): HttpClient {
    return {
      sendRequest: (request) => {
        const lane = this.lane(user, subscriptionOf(request.url));
        return lane.parallel.execute(async () => {
          const response = await inner.sendRequest(request);
          const remaining = response.headers.get('x-ms-ratelimit-remaining-subscription-writes');
          const isRefused = response.status === 429 && request.method !== 'GET';
          const wait = isRefused ? (retryAfterOf(response) ?? 1) : undefined;
          lane.writes.observe(remaining === undefined ? undefined : Number(remaining), wait);
          return response;
        });
      },
    };
  }
}

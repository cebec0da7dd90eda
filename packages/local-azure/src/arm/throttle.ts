import { performance } from 'node:perf_hooks';
import { LastCallers } from './last-callers';
import { ProviderThrottle } from './provider-throttle';
import type { Principal } from './route';
import { resourceRequestsThrottled, throttled } from './refusals';

interface Limit {
  size: number;
  perSecond: number;
}

/** ARM's token buckets per principal and subscription, from the documentation of request limits of Azure Resource Manager. */
export const throttleLimits: Readonly<Record<Kind, Limit>> = {
  reads: { size: 250, perSecond: 25 },
  writes: { size: 200, perSecond: 10 },
  deletes: { size: 200, perSecond: 10 },
};

type Kind = 'reads' | 'writes' | 'deletes';

interface Bucket {
  tokens: number;
  /** Milliseconds of the monotonic clock. */
  at: number;
}

const HOUR = 3_600_000;

interface Hour {
  since: number;
  requests: number;
}

/** Which of the three buckets a request is taken from; a POST is a write, also one that only asks. */
export function kindOf(method: string): Kind {
  if (method === 'GET' || method === 'HEAD') return 'reads';
  return method === 'DELETE' ? 'deletes' : 'writes';
}

/** Throttles on the real clock, whatever the world's shows: the clients that must slow down live there. */
export class Throttle {
  readonly #buckets = new LastCallers<Bucket>();
  readonly #hours = new LastCallers<Hour>();
  readonly #now: () => number;
  readonly #providers: ProviderThrottle;
  enabled: boolean;
  /** How often in an hour a caller may read one kind of thing of Azure Backup in a subscription; undefined: without end. */
  resourceRequests: number | undefined;

  constructor(enabled: boolean, now: () => number = () => performance.now()) {
    this.enabled = enabled;
    this.#now = now;
    this.#providers = new ProviderThrottle(now);
  }

  /** The limits of single providers; undefined while nobody is throttled. */
  get providers(): ProviderThrottle | undefined {
    return this.enabled ? this.#providers : undefined;
  }

  /** Counts a read of Azure Backup. @throws ArmError 429 with the time to wait in its words alone when there were too many */
  countResourceRequest(action: string | null, principal: Principal, subscriptionId: string): void {
    const limit = this.resourceRequests;
    if (limit === undefined || action === null || !/^Microsoft\.RecoveryServices\/vaults\/.+\/read$/i.test(action)) return;
    const key = `${action}|${principal.objectId}|${subscriptionId.toLowerCase()}`;
    const now = this.#now();
    const known = this.#hours.get(key);
    const hour = known && now - known.since < HOUR ? known : { since: now, requests: 0 };
    if (hour.requests >= limit) throw resourceRequestsThrottled(action, limit, Math.ceil((hour.since + HOUR - now) / 1000));
    this.#hours.set(key, { ...hour, requests: hour.requests + 1 });
  }

  /** Takes a token. Answers how many are left. @throws ArmError 429 with Retry-After when there is none */
  take(method: string, principal: Principal, subscriptionId: string): number {
    const kind = kindOf(method);
    const limit = throttleLimits[kind];
    if (!this.enabled) return limit.size - 1;
    const key = `${kind}|${principal.objectId}|${principal.appId}|${subscriptionId.toLowerCase()}`;
    const now = this.#now();
    const before = this.#buckets.get(key) ?? { tokens: limit.size, at: now };
    const tokens = Math.min(limit.size, before.tokens + ((now - before.at) / 1000) * limit.perSecond);
    if (tokens < 1) throw throttled(Math.ceil((1 - tokens) / limit.perSecond));
    this.#buckets.set(key, { tokens: tokens - 1, at: now });
    return Math.floor(tokens - 1);
  }
}

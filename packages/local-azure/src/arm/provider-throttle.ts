import { performance } from 'node:perf_hooks';
import { LastCallers } from './last-callers';
import { ArmError } from './route';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Queries of one user in one window of Resource Graph: learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests. */
const QUERIES = { most: 15, window: 5 * SECOND };

/** Transactions of one key vault: learn.microsoft.com/azure/key-vault/general/service-limits. */
const TRANSACTIONS = { all: 4_000, keysMade: 20, window: 10 * SECOND };

/** Buckets of one virtual machine, as the service shows them in `x-ms-ratelimit-remaining-resource`: how much they hold, and get back in a minute. */
const MACHINE = {
  reads: { group: 'LowCostGetResource', size: 36, perMinute: 12, ofSubscription: 'LowCostGetSubscriptionMaximum;23999' },
  writes: { group: 'UpdateVMResource', size: 12, perMinute: 4, ofSubscription: 'UpdateVMSubscriptionMaximum;1499' },
} as const;

interface Count {
  since: number;
  count: number;
}

interface Bucket {
  at: number;
  tokens: number;
}

/** What is left of a user's queries, and in how many seconds they are all there again. */
export interface QueryQuota {
  remaining: number;
  resetsAfter: number;
}

/** The limits that single providers have besides Resource Manager's, on the clock of the computer. */
export class ProviderThrottle {
  readonly #counts = new LastCallers<Count>();
  readonly #buckets = new LastCallers<Bucket>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts in a window that begins with the first call. Answers how many there were with this one, and how long the window still lasts. */
  #count(key: string, window: number): { count: number; left: number } {
    const now = this.#now();
    const known = this.#counts.get(key);
    const current = known && now - known.since < window ? known : { since: now, count: 0 };
    this.#counts.set(key, { ...current, count: current.count + 1 });
    return { count: current.count + 1, left: current.since + window - now };
  }

  /** Counts a query of Resource Graph. */
  takeQuery(user: string): QueryQuota & { refused: boolean } {
    const { count, left } = this.#count(`graph ${user}`, QUERIES.window);
    return { remaining: Math.max(0, QUERIES.most - count), resetsAfter: Math.ceil(left / SECOND), refused: count > QUERIES.most };
  }

  /** Counts a transaction of a key vault. True: it is one too many. */
  exceedsVault(vault: string, makesKey: boolean): boolean {
    const made = makesKey ? this.#count(`keys ${vault}`, TRANSACTIONS.window).count : 0;
    return this.#count(`vault ${vault}`, TRANSACTIONS.window).count > TRANSACTIONS.all || made > TRANSACTIONS.keysMade;
  }

  /** Takes from the bucket of a machine. Answers what the service's header says. @throws ArmError 429 when it is empty */
  takeMachine(vmId: string, reads: boolean): string {
    const { group, size, perMinute, ofSubscription } = reads ? MACHINE.reads : MACHINE.writes;
    const key = `${group} ${vmId.toLowerCase()}`;
    const now = this.#now();
    const known = this.#buckets.get(key) ?? { at: now, tokens: size };
    const tokens = Math.min(size, known.tokens + ((now - known.at) / MINUTE) * perMinute);
    if (tokens < 1) throw machineThrottled(group, size, Math.ceil(((1 - tokens) / perMinute) * 60));
    this.#buckets.set(key, { at: now, tokens: tokens - 1 });
    return `Microsoft.Compute/${ofSubscription},Microsoft.Compute/${group};${Math.floor(tokens - 1)}`;
  }
}

/** 429 of Compute, which tells in a text of JSON which of its limits it was. */
function machineThrottled(operationGroup: string, allowedRequestCount: number, seconds: number): ArmError {
  const limit = JSON.stringify({ operationGroup, allowedRequestCount, measuredRequestCount: allowedRequestCount + 1 });
  return new ArmError(
    429,
    'OperationNotAllowed',
    `The server rejected the request because too many requests have been received for this subscription. ${limit}`,
    { 'Retry-After': String(seconds), 'x-ms-ratelimit-remaining-resource': `Microsoft.Compute/${operationGroup};0` },
  );
}

import { LRUCache } from 'lru-cache';
import { atMost } from '../caches';
import type { Telemetry } from '../telemetry/telemetry';
import type { Batches } from './batches';
import type { Intents } from './intents';
import type { RestorePlans } from './restore-plans';
import type { Stores } from './stores';

type Count = (order: string, state: string) => void;

/** Of so many orders it is known in which state they were last. */
const REMEMBERED = 10_000;

/** A store some of whose methods are others. */
function withMethods<Store extends object>(store: Store, others: Partial<Store>): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(Object.hasOwn(others, name) ? others : target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

const countedBatches = (batches: Batches, count: Count): Batches =>
  withMethods(batches, {
    async create(batch) {
      const made = await batches.create(batch);
      if (made.isNew) for (const vmId of batch.vmIds) count(`${batch.batchId} ${vmId}`, 'waiting');
      return made;
    },
    async note(lease, vmId, change) {
      await batches.note(lease, vmId, change);
      count(`${lease.batchId} ${vmId}`, change.state);
    },
  });

const countedIntents = (intents: Intents, count: Count): Intents =>
  withMethods(intents, {
    async claim(intent) {
      const claimed = await intents.claim(intent);
      if (claimed.isClaimed) count(intent.intentId, 'sent');
      return claimed;
    },
    async doubt(intentId, requestId, checkedUntil) {
      await intents.doubt(intentId, requestId, checkedUntil);
      count(intentId, 'unknown');
    },
    async drop(intentId, requestId) {
      const isDropped = await intents.drop(intentId, requestId);
      if (isDropped) count(intentId, 'not-started');
      return isDropped;
    },
    async accepted(intentId, requestId, jobId) {
      await intents.accepted(intentId, requestId, jobId);
      count(intentId, 'accepted');
    },
  });

const countedPlans = (plans: RestorePlans, count: Count): RestorePlans =>
  withMethods(plans, {
    async decide(planId, record) {
      await plans.decide(planId, record);
      count(planId, record.standing.state);
    },
    async note(lease, record, decided) {
      await plans.note(lease, record, decided);
      count(lease.id, record.standing.state);
    },
  });

/** The same stores; who watches is told of each state that an order comes into. */
export function countedOrders(stores: Stores, telemetry: Telemetry): Stores {
  const last = new LRUCache<string, string>(atMost(REMEMBERED));
  const count = (kind: string) => (order: string, state: string) => {
    if (last.get(`${kind} ${order}`) === state) return;
    last.set(`${kind} ${order}`, state);
    telemetry.count('tresor.orders', { 'tresor.order.kind': kind, 'tresor.order.state': state });
  };
  // What is rare is told while there is none of it: of a first value nobody can see that it has grown.
  for (const kind of ['machine', 'command'])
    telemetry.count('tresor.orders', { 'tresor.order.kind': kind, 'tresor.order.state': 'unknown' }, 0);
  return {
    ...stores,
    batches: countedBatches(stores.batches, count('machine')),
    intents: countedIntents(stores.intents, count('command')),
    restorePlans: countedPlans(stores.restorePlans, count('plan')),
  };
}

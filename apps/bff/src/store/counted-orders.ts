import { LRUCache } from 'lru-cache';
import type { Telemetry } from '../telemetry/telemetry';
import type { Batches } from './batches';
import type { Intents } from './intents';
import type { RestorePlans } from './restore-plans';
import type { Stores } from './stores';

type Tell = (order: string, state: string) => void;

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

const batchesTold = (batches: Batches, tell: Tell): Batches =>
  withMethods(batches, {
    async create(batch) {
      const made = await batches.create(batch);
      if (made.isNew) for (const vmId of batch.vmIds) tell(`${batch.batchId} ${vmId}`, 'waiting');
      return made;
    },
    async note(lease, vmId, change) {
      await batches.note(lease, vmId, change);
      tell(`${lease.batchId} ${vmId}`, change.state);
    },
  });

const intentsTold = (intents: Intents, tell: Tell): Intents =>
  withMethods(intents, {
    async claim(intent) {
      const claimed = await intents.claim(intent);
      if (claimed.isClaimed) tell(intent.intentId, 'sent');
      return claimed;
    },
    async doubt(intentId, requestId, checkedUntil) {
      await intents.doubt(intentId, requestId, checkedUntil);
      tell(intentId, 'unknown');
    },
    async drop(intentId, requestId) {
      const isDropped = await intents.drop(intentId, requestId);
      if (isDropped) tell(intentId, 'not-started');
      return isDropped;
    },
    async accepted(intentId, requestId, jobId) {
      await intents.accepted(intentId, requestId, jobId);
      tell(intentId, 'accepted');
    },
  });

const plansTold = (plans: RestorePlans, tell: Tell): RestorePlans =>
  withMethods(plans, {
    async decide(planId, record) {
      await plans.decide(planId, record);
      tell(planId, record.standing.state);
    },
    async note(lease, record, decided) {
      await plans.note(lease, record, decided);
      tell(lease.id, record.standing.state);
    },
  });

/** The same stores; who watches is told of each state that an order comes into. */
export function countedOrders(stores: Stores, telemetry: Telemetry): Stores {
  const last = new LRUCache<string, string>({ max: REMEMBERED });
  const tell = (kind: string) => (order: string, state: string) => {
    if (last.get(`${kind} ${order}`) === state) return;
    last.set(`${kind} ${order}`, state);
    telemetry.count('tresor.orders', { 'tresor.order.kind': kind, 'tresor.order.state': state });
  };
  // What is rare is told while there is none of it: of a first value nobody can see that it has grown.
  for (const kind of ['machine', 'command'])
    telemetry.count('tresor.orders', { 'tresor.order.kind': kind, 'tresor.order.state': 'unknown' }, 0);
  return {
    ...stores,
    batches: batchesTold(stores.batches, tell('machine')),
    intents: intentsTold(stores.intents, tell('command')),
    restorePlans: plansTold(stores.restorePlans, tell('plan')),
  };
}

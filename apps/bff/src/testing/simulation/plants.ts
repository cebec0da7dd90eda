import type { OnceTimes } from '../../workflows/once/command';
import type { Batches, Lease } from '../../store/batches';
import type { Intents } from '../../store/intents';
import type { RestorePlans } from '../../store/restore-plans';

/** What a fault can be planted in. */
export interface Ground {
  intents: Intents;
  batches: Batches;
  plans: RestorePlans;
  times: OnceTimes;
  wire: { repeatsPosts: boolean; hidesRequestId: boolean };
}

/** Faults that the simulation must find: each is a check that was left out, or a write that was. */
export const PLANTS: Readonly<Record<string, (ground: Ground) => void>> = {
  'the claim is not checked'({ intents }) {
    const claim = intents.claim.bind(intents);
    intents.claim = async (intent) => ({ ...(await claim(intent)), isClaimed: true });
  },
  'the claim is not kept'({ intents }) {
    intents.claim = async ({ intentId, owner, bodyHash, requestId, sentAt }) => {
      const order = { intent_id: intentId, owner, body_hash: bodyHash, request_id: requestId, sent_at: sentAt };
      const intent = { ...order, state: 'sent' as const, age: 0 };
      return { intent, isClaimed: true };
    };
  },
  'a doubt is taken for a refusal'({ intents }) {
    intents.doubt = async (intentId, requestId) => void (await intents.drop(intentId, requestId));
  },
  'a doubt is never settled'({ intents }) {
    const doubt = intents.doubt.bind(intents);
    intents.doubt = (intentId, requestId) => doubt(intentId, requestId, '2999-01-01T00:00:00.000Z');
  },
  'lists are taken not to lag'({ times }) {
    times.longestLag = 0;
  },
  'an answer is never given in time'({ times }) {
    times.answer = 3_600_000;
  },
  'the wire repeats a POST whose answer is lost'({ wire }) {
    wire.repeatsPosts = true;
  },
  'the request does not bear its id'({ wire }) {
    wire.hidesRequestId = true;
  },
  'a write is not fenced'({ batches }) {
    const fences = latestFences(batches);
    const note = batches.note.bind(batches);
    batches.note = (lease, vmId, change) => note({ ...lease, fence: fences.get(lease.batchId) ?? lease.fence }, vmId, change);
  },
  'a lease is given to everybody'({ batches }) {
    const fences = latestFences(batches);
    const lease = batches.lease.bind(batches);
    batches.lease = async (batchId, worker, milliseconds) =>
      (await lease(batchId, worker, milliseconds)) ?? { batchId, fence: fences.get(batchId) ?? 0 };
  },
  'a lease is given back by anyone'({ batches }) {
    let holder = '';
    const [lease, release] = [batches.lease.bind(batches), batches.release.bind(batches)];
    batches.lease = async (batchId, worker, milliseconds): Promise<Lease | undefined> => {
      const held = await lease(batchId, worker, milliseconds);
      if (held) holder = worker;
      else await release(batchId, holder);
      return held;
    };
  },
  'a run is given to everybody'({ plans }) {
    let fence = 0;
    const lease = plans.lease.bind(plans);
    plans.lease = async (planId, worker, milliseconds) => {
      const held = await lease(planId, worker, milliseconds);
      fence = held?.fence ?? fence;
      return held ?? { id: planId, fence };
    };
  },
  'a run forgets what it gave'({ plans }) {
    const note = plans.note.bind(plans);
    plans.note = (lease, record) => note(lease, { ...record, given: [] });
  },
  'what is unknown is called refused'({ batches }) {
    const note = batches.note.bind(batches);
    batches.note = (lease, vmId, change) => note(lease, vmId, change.state === 'unknown' ? { ...change, state: 'refused' } : change);
  },
};

function latestFences(batches: Batches): Map<string, number> {
  const fences = new Map<string, number>();
  const lease = batches.lease.bind(batches);
  batches.lease = async (batchId, worker, milliseconds) => {
    const held = await lease(batchId, worker, milliseconds);
    if (held) fences.set(batchId, held.fence);
    return held;
  };
  return fences;
}

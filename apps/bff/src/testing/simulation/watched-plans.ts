import type { RestorePlans } from '../../store/restore-plans';

/** A run is written to by whom it was given to last; a decision takes it from everybody. What breaks that is told as a sentence. */
export function watchedPlans(plans: RestorePlans, breach: (sentence: string) => void): RestorePlans {
  const holders = new Map<string, { worker: string; until: number; fence: number }>();
  return {
    find: (planId) => plans.find(planId),
    list: (prefix, most) => plans.list(prefix, most),
    takeBack: async (planId) => {
      holders.delete(planId);
      return plans.takeBack(planId);
    },
    add: (planId, record) => plans.add(planId, record),
    decide: async (planId, record) => {
      holders.delete(planId);
      return plans.decide(planId, record);
    },
    note: async (lease, record) => {
      await plans.note(lease, record);
      if (holders.get(lease.id)?.fence !== lease.fence) breach('a run was written to without the lease');
    },
    holders: (ids) => plans.holders(ids),
    lease: async (planId, worker, milliseconds, from) => {
      const lease = await plans.lease(planId, worker, milliseconds, from);
      if (!lease) return lease;
      const holder = holders.get(planId);
      if (holder && holder.worker !== worker && holder.worker !== from && holder.until > Date.now()) breach('two workers held a run');
      holders.set(planId, { worker, until: Date.now() + milliseconds, fence: lease.fence });
      return lease;
    },
    release: async (planId, worker) => {
      if (holders.get(planId)?.worker === worker) holders.delete(planId);
      return plans.release(planId, worker);
    },
    remove: (planId) => plans.remove(planId),
  };
}

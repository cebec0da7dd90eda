import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ItemPath, RecoveryOutlook, RecoveryPlan, RecoveryScriptMachine } from '@tresor/contracts';
import { api } from './api';
import { runGap } from './poll-gap';
import { translated } from './problem-error';
import { mayReadAgain } from './query-client';
import type { Chunked } from './use-in-chunks';

const MOST_TRIES = 20;

export const recoveryPlansQuery = () =>
  queryOptions({
    queryKey: ['recovery-plans'],
    queryFn: ({ signal }) => translated(api.recoveryPlans.list(undefined, { signal })),
    refetchInterval: ({ state }) => runGap(...(state.data ?? []).map(({ standing }) => standing.state)),
  });

/** Deleted after something of them had run. */
export const removedPlansQuery = () =>
  queryOptions({
    queryKey: ['removed-recovery-plans'],
    queryFn: ({ signal }) => translated(api.recoveryPlans.listRemoved(undefined, { signal })),
  });

/** Reading it goes on with its run, where the signed-in person may restore: also behind another tab, where the browser tells what is new. */
export const recoveryPlanQuery = (planId: string) =>
  queryOptions({
    queryKey: ['recovery-plans', planId],
    queryFn: ({ signal }) => translated(api.recoveryPlans.get({ planId }, { signal })),
    refetchInterval: ({ state: { data } }) => (data?.removed == null ? runGap(data?.standing.state) : false),
    refetchIntervalInBackground: true,
  });

/** Of each machine in sight the last run that brought it up, or tried to. */
export const provenRestoresQuery = () =>
  queryOptions({
    queryKey: ['proven-restores'],
    queryFn: ({ signal }) => translated(api.recoveryPlans.proven(undefined, { signal })),
    staleTime: 60_000,
  });

/** Of each machine its size; without one there is nothing to ask. */
export const recoveryCapacityQuery = ({ planId }: RecoveryPlan, machines: { item: ItemPath; size: string; subnetId: string | null }[]) =>
  queryOptions({
    queryKey: ['recovery-capacity', planId, machines],
    queryFn: machines.length === 0 ? skipToken : ({ signal }) => translated(api.recoveryPlans.capacity({ planId, machines }, { signal })),
    staleTime: 60_000,
  });

/** What the past tells of how long some machines of a plan take. */
export const recoveryTimesQuery = ({ planId }: Pick<RecoveryPlan, 'planId'>, items: ItemPath[]) =>
  queryOptions({
    queryKey: ['recovery-times', planId, items],
    queryFn: ({ signal }) => translated(api.recoveryPlans.times({ planId, items }, { signal })),
    staleTime: 300_000,
    retry: (failures, error) => failures < MOST_TRIES && mayReadAgain(0, error),
  });

/** What scripts bring the machines of a plan back with. It is as much to ask of Azure as what stands before them. */
export const planScriptReads = (plan: RecoveryPlan | undefined): Chunked<ItemPath, RecoveryScriptMachine> => ({
  key: ['plan-script', plan?.planId, plan?.edition, plan?.moment, plan?.target],
  read:
    plan === undefined ? null : (items, signal) => translated(api.recoveryPlans.scriptValues({ planId: plan.planId, items }, { signal })),
});

/** What stands before the machines of a plan. Azure is asked much for it: it is kept for as long as somebody reads. */
export const recoveryOutlookReads = ({ planId, edition, moment, target }: RecoveryPlan): Chunked<ItemPath, RecoveryOutlook> => ({
  key: ['recovery-outlooks', planId, edition, moment, target],
  read: (items, signal) => translated(api.recoveryPlans.outlooks({ planId, items }, { signal })),
});

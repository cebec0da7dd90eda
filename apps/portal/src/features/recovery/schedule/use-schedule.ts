import { useQueries } from '@tanstack/react-query';
import type { RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { MOST_TIMED } from '@tresor/contracts/limits';
import { outlineOf, type Outlined } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { chunksOf } from '../../../api/in-chunks';
import { recoveryTimesQuery } from '../../../api/recovery-queries';
import { keyOfItem } from '../item-key';
import { durationsBy, plannedMachine, stepsTo, type TimedMachine } from './planned-machines';

/** What the past tells of the machines of a plan, in a few calls, once or every so many milliseconds. `isRead`: no more is to come. */
export function useTimes(plan: Pick<RecoveryPlan, 'planId' | 'machines'>, refetchInterval: number | false = false) {
  const { machines } = plan;
  const chunks = useMemo(
    () =>
      chunksOf(
        machines.map(({ item }) => item),
        MOST_TIMED,
      ),
    [machines],
  );
  return useQueries({
    queries: chunks.map((items) => ({ ...recoveryTimesQuery(plan, items), refetchInterval })),
    combine: (results) => ({
      times: {
        machines: results.flatMap(({ data }) => data?.machines ?? []),
        vaults: results.flatMap(({ data }) => data?.vaults ?? []),
      },
      isRead: results.every(({ isPending }) => !isPending),
      isFailed: results.some(({ isError }) => isError),
    }),
  });
}

export interface Schedule extends Outlined {
  machines: TimedMachine[];
  leftOut: number;
}

/** The schedule of a plan, once all of its machines were looked at. */
export function useSchedule(plan: RecoveryPlan, outlooks: ReadonlyMap<string, RecoveryOutlook>) {
  const { times, isRead, isFailed } = useTimes(plan);
  const schedule = useMemo((): Schedule => {
    const durations = durationsBy(times);
    const steps = stepsTo(plan);
    const machines = plan.machines.flatMap((machine) => {
      const outlook = outlooks.get(keyOfItem(machine.item));
      const hasSnapshot = outlook?.point?.tiers.includes('snapshot') ?? false;
      return (outlook && plannedMachine(machine, outlook, durations(machine.item, hasSnapshot), steps)) ?? [];
    });
    return { ...outlineOf(machines), machines, leftOut: plan.machines.length - machines.length };
  }, [plan, outlooks, times]);
  return { schedule, isRead, isFailed };
}

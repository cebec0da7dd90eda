import { useQuery } from '@tanstack/react-query';
import type { MachinePath } from '@tresor/contracts';
import { useMemo } from 'react';
import { provenRestoresQuery } from '../../api/recovery-queries';

export type MachineName = Readonly<Record<keyof MachinePath, string>>;

/** Where a machine stands, in small letters: Azure's names are the same in any case. */
export const vmIdOf = ({ subscriptionId, vmGroup, vmName }: MachineName) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${vmGroup}/providers/Microsoft.Compute/virtualMachines/${vmName}`.toLowerCase();

/** The last time each machine was brought up from its backup, by its ARM id in small letters; undefined while that is not known. */
export function useProvenByMachine() {
  const { data, error, isFetching, refetch } = useQuery(provenRestoresQuery());
  const proven = useMemo(() => data && new Map(data.map((one) => [vmIdOf(one.item), one])), [data]);
  return { proven, isHidden: error !== null, error, isFetching, refetch };
}

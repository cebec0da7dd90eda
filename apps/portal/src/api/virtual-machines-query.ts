import { experimental_streamedQuery as streamedQuery, queryOptions } from '@tanstack/react-query';
import type { SubscriptionId, VirtualMachine, VirtualMachinePage } from '@tresor/contracts';
import { api } from './api';
import { pagesToEnd } from './pages-to-end';

export interface VirtualMachineList {
  /** Azure's own count, known with the first page. */
  total: number;
  rows: readonly VirtualMachine[];
  /** True once the last page is there. */
  complete: boolean;
}

const nothing: VirtualMachineList = { total: 0, rows: [], complete: false };

/** The machines of a subscription, or of all, growing page by page; a refresh shows the old list until the new one is whole. */
export const virtualMachinesQuery = (subscriptionId?: SubscriptionId) =>
  queryOptions({
    queryKey: ['virtual-machines', subscriptionId],
    queryFn: streamedQuery<VirtualMachinePage | 'end', VirtualMachineList>({
      streamFn: ({ signal }) =>
        pagesToEnd(() =>
          subscriptionId === undefined
            ? api.virtualMachines.streamAll(undefined, { signal })
            : api.virtualMachines.stream({ subscriptionId }, { signal }),
        ),
      refetchMode: 'replace',
      initialValue: nothing,
      reducer: (list, page) =>
        page === 'end' ? { ...list, complete: true } : { total: page.total, rows: list.rows.concat(page.rows), complete: false },
    }),
    staleTime: 60_000,
    structuralSharing: false,
  });

import { queryOptions } from '@tanstack/react-query';
import type { ManagementGroupName, SubscriptionId, VirtualMachine, VirtualMachinePage } from '@tresor/contracts';
import { api } from './api';
import { growing } from './growing';
import { keyOfScope } from './queries';
import { pagesToEnd } from './pages-to-end';

export interface VirtualMachineList {
  /** Azure's own count, known with the first page. */
  total: number;
  rows: readonly VirtualMachine[];
  /** True once the last page is there. */
  complete: boolean;
}

const nothing: VirtualMachineList = { total: 0, rows: [], complete: false };

/** The machines of a subscription, or of a management group or of all, growing page by page; a refresh shows the old list until the new one is whole. */
export const virtualMachinesQuery = (subscriptionId?: SubscriptionId, managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['virtual-machines', subscriptionId, ...keyOfScope(managementGroup)],
    ...growing<VirtualMachinePage | 'end', VirtualMachineList>(60_000, {
      streamFn: ({ signal }) =>
        pagesToEnd(() =>
          subscriptionId === undefined
            ? api.virtualMachines.streamAll({ managementGroup }, { signal })
            : api.virtualMachines.stream({ subscriptionId }, { signal }),
        ),
      refetchMode: 'replace',
      initialValue: nothing,
      reducer: (list, page) =>
        page === 'end' ? { ...list, complete: true } : { total: page.total, rows: list.rows.concat(page.rows), complete: false },
    }),
  });

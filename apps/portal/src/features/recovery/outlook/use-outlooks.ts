import { useQueries } from '@tanstack/react-query';
import type { RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { useMemo, useState } from 'react';
import { chunksOf } from '../../../api/in-chunks';
import { recoveryOutlooksQuery } from '../../../api/recovery-queries';
import { keyOfItem } from '../item-key';

/** So many machines a call, and so many calls at once: each machine is some twenty questions to Azure. */
const AT_ONCE = 10;
const CALLS = 2;

/** What stands before the machines of a plan, as it becomes known. */
export function useOutlooks(plan: RecoveryPlan) {
  const { machines } = plan;
  const chunks = useMemo(
    () =>
      chunksOf(
        machines.map(({ item }) => item),
        AT_ONCE,
      ),
    [machines],
  );
  const [open, setOpen] = useState(CALLS);
  const { outlooks, unread, settled, error } = useQueries({
    queries: chunks.map((items, index) => ({ ...recoveryOutlooksQuery(plan, items), enabled: index < open })),
    combine: (results) => ({
      outlooks: results.flatMap(({ data }) => data ?? []),
      unread: results.flatMap(({ isError }, index) => (isError ? (chunks[index] ?? []) : [])),
      settled: results.filter(({ isFetched }) => isFetched).length,
      error: results.find((result) => result.error !== null)?.error ?? null,
    }),
  });
  if (settled + CALLS > open) setOpen(settled + CALLS);
  const known = useMemo(
    () => new Map(outlooks.map((outlook): [string, RecoveryOutlook] => [keyOfItem(outlook.item), outlook])),
    [outlooks],
  );
  const failed = useMemo(() => new Set(unread.map(keyOfItem)), [unread]);
  return { known, failed, error };
}

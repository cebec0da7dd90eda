import { useQueries } from '@tanstack/react-query';
import type { RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { useMemo, useState } from 'react';
import { chunksOf } from '../../../api/in-chunks';
import { recoveryOutlooksQuery } from '../../../api/recovery-queries';
import { keyOfItem } from '../item-key';

/** So many machines a call, and so many calls at once: each machine is some twenty questions to Azure. */
const AT_ONCE = 5;
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
  const results = useQueries({
    queries: chunks.map((items, index) => ({ ...recoveryOutlooksQuery(plan, items), enabled: index < open })),
  });
  const settled = results.filter(({ isFetched }) => isFetched).length;
  if (settled + CALLS > open) setOpen(settled + CALLS);
  const known = new Map<string, RecoveryOutlook>();
  const failed = new Set<string>();
  for (const [index, { data, isError }] of results.entries()) {
    for (const outlook of data ?? []) known.set(keyOfItem(outlook.item), outlook);
    if (isError) for (const item of chunks[index] ?? []) failed.add(keyOfItem(item));
  }
  return { known, failed, error: results.find(({ error }) => error !== null)?.error ?? null };
}

import type { RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { useMemo } from 'react';
import { recoveryOutlookReads } from '../../../api/recovery-queries';
import { useInChunks } from '../../../api/use-in-chunks';
import { keyOfItem } from '../item-key';

/** What stands before the machines of a plan, as it becomes known. */
export function useOutlooks(plan: RecoveryPlan) {
  const { machines } = plan;
  const items = useMemo(() => machines.map(({ item }) => item), [machines]);
  const { answers, unread, error } = useInChunks(items, recoveryOutlookReads(plan));
  const known = useMemo(() => new Map(answers.map((outlook): [string, RecoveryOutlook] => [keyOfItem(outlook.item), outlook])), [answers]);
  const failed = useMemo(() => new Set(unread.map(keyOfItem)), [unread]);
  return { known, failed, error };
}

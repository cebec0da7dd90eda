import { useQuery } from '@tanstack/react-query';
import type { Item, VaultPath } from '@tresor/contracts';
import { nextRun } from '@tresor/retention';
import { recurrenceOf } from '@tresor/support-matrix';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { azureNow } from '../../api/azure-time';
import { policiesQuery } from '../../api/queries';
import { useNow } from '../../language/use-now';
import { zoneTableQuery } from '../../language/use-zone';

/** When an item is backed up the next time by its policy, in milliseconds; undefined where nothing is planned or not known yet. */
export function useNextBackup(path: VaultPath): (item: Pick<Item, 'policyName'>) => number | undefined {
  const { data: policies } = useQuery(policiesQuery(path));
  const { data: zones } = useQuery(zoneTableQuery());
  const [passed, setPassed] = useState(0);
  const now = Math.max(useNow(), passed);
  const moments = useMemo(() => {
    const next = new Map<string, number>();
    for (const { name, timeZone, schedule } of policies ?? []) {
      const zone = zones?.ianaOf(timeZone) ?? null;
      const run = schedule === null || zone === null ? undefined : nextRun(recurrenceOf(schedule, zone), now);
      if (run) next.set(name, run.at);
    }
    return next;
  }, [policies, zones, now]);
  const first = Math.min(...moments.values());
  // What was next is the last one once it has come.
  useEffect(() => {
    if (first === Infinity) return undefined;
    const timer = setTimeout(() => setPassed(first), Math.max(first - azureNow(), 0));
    return () => clearTimeout(timer);
  }, [first]);
  return useCallback(({ policyName }) => moments.get(policyName ?? ''), [moments]);
}

import { nameOf } from '@tresor/support-matrix';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { ISOLATION_MARK } from '../../../azure/network/isolated-network';
import { findResourceGroup } from '../../../azure/resource-groups';
import { isolatedGroupOf } from '../disk-places';
import type { RecoveryInHand } from '../recovery-in-hand';

export interface FoundGroup {
  id: string;
  name: string;
  isThere: boolean;
  isGoing: boolean;
  /** Whether the person may look. */
  isSeen: boolean;
}

/** The groups that the run made, each once. One of somebody else is none of them. */
export async function findGroups({ session, record, run }: RecoveryInHand): Promise<FoundGroup[]> {
  const ids = record.machines.map(
    ({ item }) => `/subscriptions/${item.subscriptionId}/resourceGroups/${isolatedGroupOf(item, record) ?? ''}`,
  );
  return Promise.all(
    [...new Set(ids)].map(async (id) => {
      const name = nameOf(id);
      try {
        const found = await findResourceGroup(session, id);
        const isOurs = found?.tags[ISOLATION_MARK] === run.planId;
        return { id, name, isThere: isOurs, isGoing: isOurs && found.isGoing, isSeen: true };
      } catch (error) {
        if (!isStatus(error, 403)) throw error;
        return { id, name, isThere: false, isGoing: false, isSeen: false };
      }
    }),
  );
}

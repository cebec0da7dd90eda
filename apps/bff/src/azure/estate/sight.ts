import { type EstateSight, type ManagementGroupName } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf, type OrderedQuery } from '../machines/resource-graph';
import { readPermissions } from '../permissions';
import { subscriptionsInGroup } from '../management-groups';
import { listSubscriptions } from '../subscriptions';

const READABLE: OrderedQuery = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, subscriptionId
| order by subscriptionId asc`;
const readableRows = rowsOf(z.object({ subscriptionId: z.string() }));

const VAULTS = 'Microsoft.RecoveryServices/vaults';
/** What lists over the estate are made of. */
const NEEDED = [
  'Microsoft.Compute/virtualMachines/read',
  `${VAULTS}/read`,
  `${VAULTS}/backupFabrics/protectionContainers/protectedItems/read`,
  `${VAULTS}/backupJobs/read`,
];

/** Each costs a call; with more to ask for it is said of the others that nothing is certain. */
const MOST_ASKED = 6;

/**
 * In which subscriptions something may be hidden from one who needs these rights. Resource Graph shows a subscription to those who may read
 * it, as the reading roles allow together with all that lies in it; of the few others their rights are asked for.
 */
export async function readUnreadable(
  session: AzureSession,
  needed: readonly string[],
  managementGroup?: ManagementGroupName,
): Promise<EstateSight> {
  const [all, rows] = await Promise.all([
    managementGroup === undefined ? listSubscriptions(session) : subscriptionsInGroup(session, managementGroup),
    queryAll(session, readableRows, READABLE),
  ]);
  const readable = new Set(rows.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
  const doubtful = all.filter(({ subscriptionId }) => !readable.has(subscriptionId.toLowerCase()));
  const asked = await pLimit(MOST_ASKED).map(doubtful.slice(0, MOST_ASKED), async (one) => {
    const { may } = await readPermissions(session, `/subscriptions/${one.subscriptionId}`);
    return needed.every(may) ? [] : [one];
  });
  const unreadable = [...asked.flat(), ...doubtful.slice(MOST_ASKED)];
  return { subscriptions: all.length, unreadable: unreadable.map(({ subscriptionId, name, state }) => ({ subscriptionId, name, state })) };
}

/** In which subscriptions, of all or of a management group, lists over the estate may leave something out. */
export const readSight = (session: AzureSession, managementGroup?: ManagementGroupName): Promise<EstateSight> =>
  readUnreadable(session, NEEDED, managementGroup);

import type { EndingMachine, PointRetentionOfMachine } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf, type GraphScope, type OrderedQuery } from '../machines/resource-graph';
import { momentOf } from '../moments';
import { policyBody } from '../policies/policy-body';
import { toPolicy } from '../policies/read-policy';

const POLICIES: OrderedQuery = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backuppolicies'
| where properties.backupManagementType =~ 'AzureIaasVM'
| project id, name, properties
| order by id asc`;

const policyRows = rowsOf(policyBody.extend({ id: z.string() }));

/** No month and no year is longer. */
const DAYS = { daily: 1, weekly: 7, monthly: 31, yearly: 366 } as const;

/**
 * How many days a point is kept at the longest by each policy the user may see, by the key of its ARM id: one query. A policy that the API has
 * no words for is left out.
 */
async function readLongestRetentions(session: AzureSession, scope: GraphScope): Promise<ReadonlyMap<string, number>> {
  const found = await queryAll(session, policyRows, POLICIES, scope);
  return new Map(
    found.flatMap((row) => {
      const { retention } = toPolicy(row, 0);
      if (retention === null) return [];
      const { daily, weekly, monthly, yearly } = retention;
      const days = [
        (daily?.count ?? 0) * DAYS.daily,
        (weekly?.count ?? 0) * DAYS.weekly,
        (monthly?.count ?? 0) * DAYS.monthly,
        (yearly?.count ?? 0) * DAYS.yearly,
      ];
      return [[idKey(row.id), Math.max(...days)] as const];
    }),
  );
}

const text = z.string().nullish();

const ITEMS: OrderedQuery = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| where properties.backupManagementType =~ 'AzureIaasVM'
    and not(tobool(properties.isScheduledForDeferredDelete) == true)
| project id, vmId = tolower(tostring(properties.sourceResourceId)), state = tostring(properties.protectionState),
    policyId = tostring(properties.policyId), newest = tostring(properties.lastRecoveryPoint)
| order by id asc`;

const rows = rowsOf(z.object({ vmId: z.string(), state: text, policyId: text, newest: text }));

const goesOn = ({ state }: { state?: string | null | undefined }) => isBackedUp({ protectionState: state ?? '', deletedAt: null });

type Points = NonNullable<EndingMachine['points']>;

/** When the newest point of each machine was made and how long its points are kept, by the key of the machine's ARM id: two queries. */
export async function listPointsOfMachines(session: AzureSession, scope: GraphScope): Promise<ReadonlyMap<string, Points>> {
  const [items, retentions] = await Promise.all([queryAll(session, rows, ITEMS, scope), readLongestRetentions(session, scope)]);
  // Of a machine two vaults may have items: the one whose backups go on is told of.
  const goingOnLast = items.toSorted((a, b) => Number(goesOn(a)) - Number(goesOn(b)));
  return new Map(
    goingOnLast.map(({ vmId, state, policyId, newest }) => [
      vmId,
      { newest: momentOf(newest), retention: retentionOf(state, retentions.get(idKey(policyId ?? ''))) },
    ]),
  );
}

/** Where protection was stopped and the data retained, no policy gives points up. */
function retentionOf(state: string | null | undefined, days: number | undefined): PointRetentionOfMachine {
  if (state === 'ProtectionStopped') return { kind: 'kept' };
  return days === undefined ? { kind: 'unseen' } : { kind: 'policy', days };
}

import type { EndingMachine, PointRetentionOfMachine } from '@tresor/contracts';
import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf, type GraphScope } from '../machines/resource-graph';
import { momentOf } from '../moments';
import { readLongestRetentions } from '../policies/longest-retention';

const text = z.string().nullish();

const ITEMS = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| where properties.backupManagementType =~ 'AzureIaasVM'
| project id, vmId = tolower(tostring(properties.sourceResourceId)), state = tostring(properties.protectionState),
    policyId = tostring(properties.policyId), newest = tostring(properties.lastRecoveryPoint)
| order by id asc`;

const rows = rowsOf(z.object({ vmId: z.string(), state: text, policyId: text, newest: text }));

type Points = NonNullable<EndingMachine['points']>;

/** When the newest point of each machine was made and how long its points are kept, by the key of the machine's ARM id: two queries. */
export async function listPointsOfMachines(session: AzureSession, scope: GraphScope): Promise<ReadonlyMap<string, Points>> {
  const [items, retentions] = await Promise.all([queryAll(session, rows, ITEMS, scope), readLongestRetentions(session, scope)]);
  return new Map(
    items.map(({ vmId, state, policyId, newest }) => [
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

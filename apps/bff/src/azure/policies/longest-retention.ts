import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf, type GraphScope } from '../machines/resource-graph';
import { policyBody } from './policy-body';
import { toPolicy } from './read-policy';

const POLICIES = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backuppolicies'
| where properties.backupManagementType =~ 'AzureIaasVM'
| project id, name, properties
| order by id asc`;

const rows = rowsOf(policyBody.extend({ id: z.string() }));

/** No month and no year is longer. */
const DAYS = { daily: 1, weekly: 7, monthly: 31, yearly: 366 } as const;

/**
 * How many days a point is kept at the longest by each policy the user may see, by the key of its ARM id: one query. A policy that the API has
 * no words for is left out.
 */
export async function readLongestRetentions(session: AzureSession, scope: GraphScope): Promise<ReadonlyMap<string, number>> {
  const found = await queryAll(session, rows, POLICIES, scope);
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

import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { readWholeList } from '../whole-list';
import { API_VERSIONS } from '../connection/api-versions';

const disk = z.object({ id: z.string(), managedBy: z.string().nullish(), sku: z.object({ name: z.string() }).nullish() });

const disks = { type: 'Microsoft.Compute/disks', apiVersion: API_VERSIONS.disks, element: disk };

/** Of each machine of a subscription that has managed disks, by the machine's `idKey`: their kinds, as `Premium_LRS`; null where Azure does not say. */
export async function disksOfMachines(session: AzureSession, subscriptionId: string): Promise<ReadonlyMap<string, (string | null)[]>> {
  const of = new Map<string, (string | null)[]>();
  for (const { managedBy, sku } of await readWholeList(session, subscriptionId, disks))
    if (managedBy) of.set(idKey(managedBy), [...(of.get(idKey(managedBy)) ?? []), sku?.name ?? null]);
  return of;
}

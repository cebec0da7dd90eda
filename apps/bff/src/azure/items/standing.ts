import type { ItemDetails } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import { idKey, parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';
import { readPermissions } from '../permissions';
import { readWholeList } from '../whole-list';

type Standing = ItemDetails['machine'];

/** Whether a machine still stands. Classic ones are not asked for: their API is another one. */
export async function readStanding(session: AzureSession, vmId: string): Promise<Standing> {
  const named = parseArmId(vmId);
  if (!named || vmId.toLowerCase().includes('/microsoft.classiccompute/')) return 'unseen';
  const { subscriptionId, resourceGroup, name } = named;
  try {
    await call(session, 'read', (options) => clients.compute(session, subscriptionId).virtualMachines.get(resourceGroup, name, options));
    return 'there';
  } catch (error) {
    if (isStatus(error, 404)) return 'gone';
    if (isStatus(error, 403)) return 'unseen';
    throw error;
  }
}

const machines = { type: 'Microsoft.Compute/virtualMachines', apiVersion: '2023-09-01', element: z.object({ id: z.string() }) };

/** So few machines are looked for one by one. */
const FEW = 8;
const PARALLEL = 8;

/** Whether machines still stand that Resource Graph does not list, by their ids in lower case. Of many a list of each subscription tells, and the rights at each group. */
export async function readStandings(session: AzureSession, vmIds: readonly string[]): Promise<Map<string, Standing>> {
  if (vmIds.length <= FEW)
    return new Map(await pLimit(PARALLEL).map(vmIds, async (id) => [idKey(id), await readStanding(session, id)] as const));
  const named = vmIds.map((id) => ({ id, key: idKey(id), name: parseArmId(id) }));
  const subscriptions = [...new Set(named.flatMap(({ name }) => (name ? [name.subscriptionId.toLowerCase()] : [])))];
  const listed = new Set((await Promise.all(subscriptions.map((id) => listMachines(session, id)))).flat());
  const groups = [...new Set(named.flatMap(({ key }) => key.split('/providers/')[0] ?? []))];
  const open = new Set(
    (
      await pLimit(PARALLEL).map(groups, async (group) =>
        (await readPermissions(session, group)).may('Microsoft.Compute/virtualMachines/read') ? [group] : [],
      )
    ).flat(),
  );
  const standing = (key: string): Standing => {
    if (listed.has(key)) return 'there';
    const isSeen = key.includes('/microsoft.compute/') && open.has(key.split('/providers/')[0] ?? '');
    return isSeen ? 'gone' : 'unseen';
  };
  return new Map(named.map(({ key }) => [key, standing(key)]));
}

/** Those that the user may see, in lower case. */
async function listMachines(session: AzureSession, subscriptionId: string): Promise<string[]> {
  try {
    return (await readWholeList(session, subscriptionId, machines)).map(({ id }) => idKey(id));
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return [];
    throw error;
  }
}

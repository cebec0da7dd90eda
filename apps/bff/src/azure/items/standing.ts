import { resourceTags, type ItemDetails, type ResourceTags } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import { partOf } from '../connection/answer';
import { idKey, parseArmId, groupScope, subscriptionScope } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';
import { readPermissions } from '../permissions';
import { readWholeList } from '../whole-list';
import { API_VERSIONS } from '../connection/api-versions';

type Standing = ItemDetails['machine'];

/** Whether a machine still stands. */
export const readStanding = async (session: AzureSession, vmId: string): Promise<Standing> =>
  (await readStandingMachine(session, vmId)).standing;

/** What is read of a machine that stands, besides that it does; null where it does not, or may not be seen. */
export interface StandingMachine {
  standing: Standing;
  tags: ResourceTags | null;
  /** Its availability zone; null where it is in none, too. */
  zone: string | null;
}

const notSeen = (standing: Standing): StandingMachine => ({ standing, tags: null, zone: null });

/** The same with its tags and its zone. Classic ones are not asked for: their API is another one. */
export async function readStandingMachine(session: AzureSession, vmId: string): Promise<StandingMachine> {
  const named = parseArmId(vmId);
  if (!named || vmId.toLowerCase().includes('/microsoft.classiccompute/')) return notSeen('unseen');
  const { subscriptionId, resourceGroup, name } = named;
  try {
    const found = await call(session, 'read', (options) =>
      clients.compute(session, subscriptionId).virtualMachines.get(resourceGroup, name, options),
    );
    const { tags, zones } = partOf(machineBody, found.body) ?? {};
    return { standing: 'there', tags: tags ?? {}, zone: zones?.[0] ?? null };
  } catch (error) {
    if (isStatus(error, 404)) return notSeen('gone');
    if (isStatus(error, 403)) return notSeen('unseen');
    throw error;
  }
}

const machineBody = z.object({ tags: resourceTags.nullish(), zones: z.array(z.string()).nullish() });

const machines = { type: 'Microsoft.Compute/virtualMachines', apiVersion: API_VERSIONS.compute, element: z.object({ id: z.string() }) };

/** So few machines are looked for one by one. */
const FEW = 8;
const PARALLEL = 8;

/** Whether machines still stand that Resource Graph does not list, by their ids in lower case. Of many a list of each subscription tells, and what may be seen there. */
export async function readStandings(session: AzureSession, vmIds: readonly string[]): Promise<Map<string, Standing>> {
  if (vmIds.length <= FEW)
    return new Map(await pLimit(PARALLEL).map(vmIds, async (id) => [idKey(id), await readStanding(session, id)] as const));
  const keys = vmIds.map(idKey);
  const subscriptions = [...new Set(vmIds.flatMap((id) => parseArmId(id)?.subscriptionId.toLowerCase() ?? []))];
  const listed = new Set((await Promise.all(subscriptions.map((id) => listMachines(session, id)))).flat());
  const open = await findOpen(
    session,
    subscriptions.map((id) => `/subscriptions/${id}`),
  );
  // Of a group that is gone Azure tells no rights: they are asked for only where those above it do not suffice.
  const groups = new Set(keys.filter((key) => !open.has(subscriptionScope(key))).map(groupScope));
  const openGroups = await findOpen(session, [...groups]);
  const standing = (key: string): Standing => {
    if (listed.has(key)) return 'there';
    const isSeen = key.includes('/microsoft.compute/') && (open.has(subscriptionScope(key)) || openGroups.has(groupScope(key)));
    return isSeen ? 'gone' : 'unseen';
  };
  return new Map(keys.map((key) => [key, standing(key)]));
}

/** In which of these places no machine is hidden from the user. */
async function findOpen(session: AzureSession, scopes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await pLimit(PARALLEL).map(scopes, async (scope) =>
    (await readPermissions(session, scope)).may('Microsoft.Compute/virtualMachines/read') ? [scope] : [],
  );
  return new Set(found.flat());
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

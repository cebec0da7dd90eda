import { GUARD_ACTIONS, grantsAction } from '@tresor/support-matrix';
import * as z from 'zod';
import { sameId } from '../connection/arm-id';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';
import { momentOf } from '../moments';
import { permissionsOf } from '../own-roles';
import type { ResourceGuard } from './resource-guard';

const VERSION = '2020-10-01';
const text = z.string().nullish();
const instances = pageOf(
  z.object({
    properties: z.object({
      roleDefinitionId: z.string(),
      principalType: text,
      endDateTime: text,
      expandedProperties: z.object({ principal: z.object({ displayName: text }).nullish() }).nullish(),
    }),
  }),
);
const requests = pageOf(
  z.object({ properties: z.object({ scope: z.string(), roleDefinitionId: z.string(), status: text, createdOn: text }) }),
);

/** Any of them: who may use one request of a guard may use all. */
const APPROVED = GUARD_ACTIONS['delete-backup-data'];
const GIVE = 'Microsoft.Authorization/roleAssignments/write';

const byMoment = (a: string | null, b: string | null) => Date.parse(a ?? '') - Date.parse(b ?? '');

const listAt = (guard: ResourceGuard, session: AzureSession, type: string, filter: string) =>
  armUrl(session, `${guard.id}/providers/Microsoft.Authorization/${type}`, `api-version=${VERSION}&$filter=${filter}`);

/** None where the directory has no Privileged Identity Management, or the user may not look. */
async function orNone<T>(list: Promise<T[]>): Promise<T[] | null> {
  try {
    return await list;
  } catch (error) {
    if (isStatus(error, 400) || isStatus(error, 403) || isStatus(error, 404)) return null;
    throw error;
  }
}

interface GuardRoles {
  /** When the user's own role on the guard ends; null where it holds none, or one without end. */
  until: string | null;
  /** Since when a request of the user's for such a role waits for somebody's consent. */
  waitingSince: string | null;
  /** Who may give the role, by name; null where the user may not see that. */
  givers: string[] | null;
}

/** How the user stands with the guard, and to whom to turn. */
export async function readGuardRoles(session: AzureSession, guard: ResourceGuard): Promise<GuardRoles> {
  const gives = async (roleDefinitionId: string, action: string) => grantsAction(await permissionsOf(session, roleDefinitionId), action);
  const [own, everybodys, asked] = await Promise.all([
    orNone(readPagesAt(session, instances, listAt(guard, session, 'roleAssignmentScheduleInstances', 'asTarget()'))),
    orNone(readPagesAt(session, instances, listAt(guard, session, 'roleAssignmentScheduleInstances', 'atScope()'))),
    orNone(readPagesAt(session, requests, listAt(guard, session, 'roleAssignmentScheduleRequests', 'asTarget()'))),
  ]);
  const withRight = async <T extends { properties: { roleDefinitionId: string } }>(some: readonly T[], action: string) => {
    const judged = await Promise.all(some.map(({ properties }) => gives(properties.roleDefinitionId, action)));
    return some.filter((_, index) => judged[index]);
  };
  const approved = await withRight(own ?? [], APPROVED);
  const ends = approved.map(({ properties }) => momentOf(properties.endDateTime));
  const waiting = (asked ?? []).filter(({ properties }) => properties.status === 'PendingApproval' && sameId(properties.scope, guard.id));
  const [first] = await withRight(waiting, APPROVED);
  const givers = everybodys && (await withRight(everybodys, GIVE));
  // Programs approve nothing.
  const people = givers?.filter(({ properties }) => properties.principalType !== 'ServicePrincipal');
  const names = people?.flatMap(({ properties }) => properties.expandedProperties?.principal?.displayName ?? []);
  return {
    until: ends.includes(null) ? null : (ends.toSorted(byMoment).at(-1) ?? null),
    waitingSince: momentOf(first?.properties.createdOn),
    givers: names ? [...new Set(names)].toSorted((a, b) => a.localeCompare(b)) : null,
  };
}

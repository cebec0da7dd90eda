import { BUILT_IN_ROLES, grantsAction, grantsDataAction, type Permission, type Plane } from '@tresor/support-matrix';
import * as z from 'zod';
import { expectBody } from './connection/answer';
import { callArm } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';
import { isStatus } from './connection/upstream-failure';
import { momentOf } from './moments';
import { API_VERSIONS } from './connection/api-versions';

const page = pageOf(
  z.object({
    properties: z.object({ scope: z.string(), roleDefinitionId: z.string(), principalId: z.string(), createdOn: z.string().nullish() }),
  }),
);
const words = z.array(z.string()).nullish();
const permission = z.object({ actions: words, notActions: words, dataActions: words, notDataActions: words });
const definition = z.object({ properties: z.object({ permissions: z.array(permission) }) });

/** A role that is assigned to the user or to a group of the user's. */
export interface OwnRole {
  scope: string;
  principalId: string;
  /** When it was given; null where Azure does not say. */
  createdOn: string | null;
  gives: (plane: Plane, action: string) => boolean;
}

/** The roles that give the user what it may do in a subscription. None where the user may not look at assignments. */
export async function readOwnRoles(session: AzureSession, subscriptionId: string): Promise<OwnRole[]> {
  const list = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleAssignments`;
  const filter = encodeURIComponent(`assignedTo('${session.principal.oid}')`);
  try {
    const held = await readPagesAt(session, page, `${list}?api-version=${API_VERSIONS.rights}&$filter=${filter}`);
    return await Promise.all(
      held.map(async ({ properties: { scope, roleDefinitionId, principalId, createdOn } }) => {
        const permissions = await permissionsOf(session, roleDefinitionId);
        const gives = (plane: Plane, action: string) =>
          plane === 'control' ? grantsAction(permissions, action) : plane === 'data' && grantsDataAction(permissions, action);
        return { scope, principalId, createdOn: momentOf(createdOn), gives };
      }),
    );
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return [];
    throw error;
  }
}

/** Azure's own roles are the same everywhere. */
export async function permissionsOf(session: AzureSession, id: string): Promise<Permission[]> {
  const known = BUILT_IN_ROLES.find((role) => id.toLowerCase().endsWith(role.id));
  if (known) return [known];
  const { body } = await callArm(session, 'read', 'GET', id, API_VERSIONS.rights);
  const lists = expectBody(definition, body).properties.permissions;
  return lists.map((list) => ({
    actions: list.actions ?? [],
    notActions: list.notActions ?? [],
    dataActions: list.dataActions ?? [],
    notDataActions: list.notDataActions ?? [],
  }));
}

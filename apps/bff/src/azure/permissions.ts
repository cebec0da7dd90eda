import { grantsAction, grantsDataAction } from '@tresor/support-matrix';
import * as z from 'zod';
import { expectBody } from './connection/answer';
import { callArm } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { isStatus } from './connection/upstream-failure';
import { API_VERSIONS } from './connection/api-versions';

const words = z
  .array(z.string())
  .nullish()
  .transform((words) => words ?? []);
const permission = z.object({ actions: words, notActions: words, dataActions: words, notDataActions: words });
const permissionsBody = z.object({ value: z.array(permission) });

export interface Permissions {
  may: (action: string) => boolean;
  mayData: (action: string) => boolean;
}

/**
 * What the user may do at a scope. Who may not even ask may do nothing there. Of a place that is gone Azure tells no rights: what is held above
 * it would be held in it.
 */
export async function readPermissions(session: AzureSession, scope: string): Promise<Permissions> {
  const held = await callArm(session, 'read', 'GET', `${scope}/providers/Microsoft.Authorization/permissions`, API_VERSIONS.rights).then(
    ({ body }) => expectBody(permissionsBody, body).value,
    (error: unknown) => {
      if (isStatus(error, 403)) return [];
      if (isStatus(error, 404)) return null;
      throw error;
    },
  );
  if (held === null) {
    const above = placeAbove(scope);
    return above === undefined ? NOTHING : readPermissions(session, above);
  }
  return { may: (action) => grantsAction(held, action), mayData: (action) => grantsDataAction(held, action) };
}

const NOTHING: Permissions = { may: () => false, mayData: () => false };

/** A resource lies in its group, a group in its subscription, what belongs to a resource in that. */
function placeAbove(scope: string): string | undefined {
  const parts = scope.split('/');
  const above = [9, 5, 3].find((count) => count < parts.length);
  return above === undefined ? undefined : parts.slice(0, above).join('/');
}

import * as z from 'zod';
import { expectBody } from './answer';
import { callArm } from './arm-resource';
import type { AzureSession } from './azure';
import { covers } from './key-vault-roles';
import { UpstreamFailure } from './upstream-failure';

const words = z.array(z.string()).nullish();
const permission = z.object({ actions: words, notActions: words, dataActions: words, notDataActions: words });
const permissionsBody = z.object({ value: z.array(permission) });

export interface Permissions {
  may: (action: string) => boolean;
  mayData: (action: string) => boolean;
}

/** What the user may do at a scope. Who may not even ask may do nothing there. */
export async function readPermissions(session: AzureSession, scope: string): Promise<Permissions> {
  const held = await callArm(session, 'read', 'GET', `${scope}/providers/Microsoft.Authorization/permissions`, '2022-04-01').then(
    ({ body }) => expectBody(permissionsBody, body).value,
    (error: unknown) => {
      if (error instanceof UpstreamFailure && (error.details.status === 403 || error.details.status === 404)) return [];
      throw error;
    },
  );
  return {
    may: (action) => held.some(({ actions, notActions }) => covers(actions, action) && !covers(notActions, action)),
    mayData: (action) => held.some(({ dataActions, notDataActions }) => covers(dataActions, action) && !covers(notDataActions, action)),
  };
}

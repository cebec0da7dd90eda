import type { MissingRights } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { readPermissions } from '../../azure/permissions';
import { readUserRoles, remedyAt } from './remedy-at';

/** What the user may not do of something at a place, with the roles that would allow it; null where all of it is allowed. */
export async function lackingRights(
  session: AzureSession,
  scope: string,
  actions: readonly string[],
  plane: 'control' | 'data' = 'control',
): Promise<MissingRights | null> {
  const { may, mayData } = await readPermissions(session, scope);
  const holds = plane === 'data' ? mayData : may;
  const needs = actions.filter((action) => !holds(action)).map((action) => ({ plane, action }));
  if (needs.length === 0) return null;
  return remedyAt(session, scope, needs, await readUserRoles(session, [scope.split('/')[2] ?? '']));
}

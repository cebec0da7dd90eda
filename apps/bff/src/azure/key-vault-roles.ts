import { keyVaultPermission } from '@tresor/contracts';
import { DATA_ACTION_OF, type KeyVaultPermission } from '@tresor/support-matrix';
import * as z from 'zod';
import { expectBody } from './answer';
import type { AzureSession } from './azure';
import { call } from './call';
import { clients } from './clients';
import { pageOf, readPages } from './pages';

const assignments = pageOf(z.object({ properties: z.object({ roleDefinitionId: z.string() }) }));
const actions = z.array(z.string()).nullish();
const definition = z.object({
  properties: z.object({ permissions: z.array(z.object({ dataActions: actions, notDataActions: actions })) }),
});

/** What role assignments at the key vault and above give a principal on keys and secrets. */
export async function permissionsByRole(
  session: AzureSession,
  subscriptionId: string,
  keyVaultId: string,
  principalId: string,
): Promise<KeyVaultPermission[]> {
  const { roleAssignments, roleDefinitions } = clients.authorization(session, subscriptionId);
  const held = await readPages(session, assignments, (options) =>
    roleAssignments.listForScope(keyVaultId, { ...options, filter: `assignedTo('${principalId}')` }),
  );
  const roles = new Set(held.map(({ properties }) => properties.roleDefinitionId));
  const answers = await Promise.all([...roles].map((role) => call(session, 'read', (options) => roleDefinitions.getById(role, options))));
  const permissions = answers.flatMap(({ body }) => expectBody(definition, body).properties.permissions);
  const grants = (action: string) =>
    permissions.some(({ dataActions, notDataActions }) => covers(dataActions, action) && !covers(notDataActions, action));
  return keyVaultPermission.options.filter((permission) => grants(DATA_ACTION_OF[permission]));
}

/** Actions may hold `*` for any part. */
export function covers(patterns: string[] | null | undefined, action: string): boolean {
  return (patterns ?? []).some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'i').test(action);
  });
}

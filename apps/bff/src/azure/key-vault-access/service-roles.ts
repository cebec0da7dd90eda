import { keyVaultPermission } from '@tresor/contracts';
import { DATA_ACTION_OF, grantsDataAction, type KeyVaultPermission, nameOf } from '@tresor/support-matrix';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { momentOf } from '../moments';

const assignments = pageOf(
  z.object({
    name: z.string(),
    properties: z.object({ roleDefinitionId: z.string(), scope: z.string(), createdOn: z.string().nullish() }),
  }),
);
const actions = z
  .array(z.string())
  .nullish()
  .transform((words) => words ?? []);
const definition = z.object({
  properties: z.object({
    roleName: z.string(),
    type: z.string().optional(),
    permissions: z.array(z.object({ dataActions: actions, notDataActions: actions })),
  }),
});

/** A role that a principal holds at a key vault or above it. */
interface HeldRole {
  /** The last segment of the assignment's id. */
  assignment: string;
  scope: string;
  roleName: string;
  isCustom: boolean;
  /** When it was given; null where Azure does not say. */
  createdOn: string | null;
  permissions: { dataActions: string[]; notDataActions: string[] }[];
}

/** What is assigned to a principal at a scope and above, itself or by its groups. */
export function listAssignments(session: AzureSession, scope: string, principalId: string) {
  const { roleAssignments } = clients.authorization(session, parseArmId(scope)?.subscriptionId ?? '');
  return readPages(session, assignments, (options) =>
    roleAssignments.listForScope(scope, { ...options, filter: `assignedTo('${principalId}')` }),
  );
}

/** The roles of a principal at the key vault and above, each as it is read from there: not everyone sees the whole subscription. */
export async function rolesOf(session: AzureSession, keyVaultId: string, principalId: string): Promise<HeldRole[]> {
  const held = await listAssignments(session, keyVaultId, principalId);
  return Promise.all(
    held.map(async ({ name, properties: { roleDefinitionId, scope, createdOn } }) => {
      const { roleName, type, permissions } = await readRole(session, keyVaultId, nameOf(roleDefinitionId));
      return { assignment: name, scope, roleName, isCustom: type === 'CustomRole', createdOn: momentOf(createdOn), permissions };
    }),
  );
}

/** A role by its name, as it is read from a scope. */
export async function readRole(session: AzureSession, scope: string, name: string) {
  const { roleDefinitions } = clients.authorization(session, parseArmId(scope)?.subscriptionId ?? '');
  const { body } = await call(session, 'read', (options) => roleDefinitions.get(scope, name, options));
  return expectBody(definition, body).properties;
}

export function permissionsIn(roles: readonly Pick<HeldRole, 'permissions'>[]): KeyVaultPermission[] {
  const permissions = roles.flatMap((role) => role.permissions);
  return keyVaultPermission.options.filter((permission) => grantsDataAction(permissions, DATA_ACTION_OF[permission]));
}

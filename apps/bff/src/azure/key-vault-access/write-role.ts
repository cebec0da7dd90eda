import * as z from 'zod';
import { subscriptionScope } from '../connection/arm-id';
import { guidFor } from '../../guid-for';
import { Problem } from '../../problem';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus, UpstreamFailure } from '../connection/upstream-failure';
import { API_VERSIONS } from '../connection/api-versions';

const AUTHORIZATION = 'providers/Microsoft.Authorization';

/** Key Vault Administrator: the only built-in role that includes all that Azure Backup needs, and much more. */
const ADMINISTRATOR = '00482a5a-887f-4fb3-b363-3b7fe8e74483';

interface Role {
  /** ARM id of the definition. */
  id: string;
  name: string;
  isNew: boolean;
}

export const administratorRole = (subscriptionId: string): Role => ({
  id: `/subscriptions/${subscriptionId}/${AUTHORIZATION}/roleDefinitions/${ADMINISTRATOR}`,
  name: 'Key Vault Administrator',
  isNew: false,
});

const definitionBody = z.object({ properties: z.object({ roleName: z.string() }) });

/** The role of exactly these data actions in a subscription, whether it is there already or not. */
export async function findRole(session: AzureSession, subscriptionId: string, dataActions: readonly string[]): Promise<Role> {
  const guid = guidFor(`azure backup ${subscriptionId.toLowerCase()} ${dataActions.toSorted().join(' ')}`);
  const id = `/subscriptions/${subscriptionId}/${AUTHORIZATION}/roleDefinitions/${guid}`;
  try {
    const { body } = await callArm(session, 'read', 'GET', id, API_VERSIONS.rights);
    return { id, name: expectBody(definitionBody, body).properties.roleName, isNew: false };
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
    // Names of roles are unique in a directory, and other subscriptions may have such a role, too.
    return { id, name: `Azure Backup Key Vault Access ${guid.slice(0, 8)}`, isNew: true };
  }
}

export const roleBody = ({ id, name }: Role, dataActions: readonly string[]) => ({
  properties: {
    roleName: name,
    type: 'CustomRole',
    description: 'Lets Azure Backup read and back up the keys and secrets of encrypted virtual machines. Nothing else.',
    permissions: [{ actions: [], notActions: [], dataActions, notDataActions: [] }],
    assignableScopes: [subscriptionScope(id)],
  },
});

export async function makeRole(session: AzureSession, role: Role, dataActions: readonly string[]): Promise<void> {
  await callArm(session, 'idempotent-write', 'PUT', role.id, API_VERSIONS.rights, roleBody(role, dataActions));
}

const assignmentId = (scope: string, name: string) => `${scope}/${AUTHORIZATION}/roleAssignments/${name}`;

export const assignmentBody = (principalId: string, role: Role) => ({
  properties: { principalId, principalType: 'ServicePrincipal', roleDefinitionId: role.id },
});

/** Gives a service a role at a scope under a name of ours; asking again changes nothing. */
export async function assignRole(session: AzureSession, scope: string, name: string, principalId: string, role: Role): Promise<void> {
  try {
    await callArm(session, 'idempotent-write', 'PUT', assignmentId(scope, name), API_VERSIONS.rights, assignmentBody(principalId, role));
  } catch (error) {
    const code = error instanceof UpstreamFailure ? error.details.azureCode : undefined;
    if (code === 'RoleAssignmentExists') throw new Problem('key-vault-changed', { cause: error });
    // Azure spreads new roles over its regions; that takes some seconds.
    if (code === 'RoleDefinitionDoesNotExist') throw new Problem('role-not-known-yet', { retryAfter: 10, cause: error });
    throw error;
  }
}

export async function unassignRole(session: AzureSession, scope: string, name: string): Promise<void> {
  await callArm(session, 'idempotent-write', 'DELETE', assignmentId(scope, name), API_VERSIONS.rights);
}

/** Deletes a role that nobody holds; one that somebody has been given meanwhile stays. */
export async function deleteRole(session: AzureSession, { id }: Pick<Role, 'id'>): Promise<void> {
  try {
    await callArm(session, 'idempotent-write', 'DELETE', id, API_VERSIONS.rights);
  } catch (error) {
    if (!(error instanceof UpstreamFailure) || error.details.azureCode !== 'RoleDefinitionHasAssignments') throw error;
  }
}

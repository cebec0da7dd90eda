import { takeEffect } from '@tresor/local-azure';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { direct } from './direct';
import type { Contoso } from './start-contoso';

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const AUTHORIZATION = 'providers/Microsoft.Authorization';
const VERSION = 'api-version=2022-04-01';

/** A role that the company has made itself: patterns of actions less some single ones. */
export interface OwnRole {
  actions: string[];
  notActions?: string[];
  dataActions?: string[];
}

/** A built-in role by the last segment of its id, or one of the company's own, at an ARM id. */
export interface HeldRole {
  role: string | OwnRole;
  scope: string;
}

const assignmentPage = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Makes a role of the company's own. Answers its name. */
async function makeRole(
  { azure }: Pick<Contoso, 'azure'>,
  subscription: string,
  { actions, notActions = [], dataActions = [] }: OwnRole,
): Promise<string> {
  const name = randomUUID();
  const permissions = [{ actions, notActions, dataActions, notDataActions: [] }];
  const properties = { roleName: `Lens ${name}`, type: 'CustomRole', permissions, assignableScopes: [subscription] };
  const made = await direct(azure, 'adele', 'PUT', `${subscription}/${AUTHORIZATION}/roleDefinitions/${name}?${VERSION}`, { properties });
  if (made.status >= 300) throw new Error(`The role was refused: ${JSON.stringify(made.body)}`);
  return name;
}

/** From here on the person holds these roles and no others in a subscription, that of production unless told otherwise. */
export async function holdRoles(
  contoso: Pick<Contoso, 'azure'>,
  principalId: string,
  held: readonly HeldRole[],
  subscription = PRODUCTION,
): Promise<void> {
  const { azure } = contoso;
  const list = `${subscription}/${AUTHORIZATION}/roleAssignments?$filter=assignedTo('${principalId}')&${VERSION}`;
  const { body } = await direct(azure, 'adele', 'GET', list);
  for (const { id } of assignmentPage.parse(body).value) await direct(azure, 'adele', 'DELETE', `${id}?${VERSION}`);
  for (const { role, scope } of held) {
    const name = typeof role === 'string' ? role : await makeRole(contoso, subscription, role);
    const roleDefinitionId = `${subscription}/${AUTHORIZATION}/roleDefinitions/${name}`;
    const properties = { principalId, principalType: 'User', roleDefinitionId };
    const given = await direct(azure, 'adele', 'PUT', `${scope}/${AUTHORIZATION}/roleAssignments/${randomUUID()}?${VERSION}`, {
      properties,
    });
    if (given.status !== 201) throw new Error(`The role was not given: ${JSON.stringify(given.body)}`);
  }
  takeEffect(azure);
}

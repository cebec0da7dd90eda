import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../index';
import { API_APP_ID, AUDIT_ROLE_ID } from '../seeds/company';
import { groups } from '../seeds/groups';
import { people } from '../seeds/people';
import { connect } from '../testing/connect';
import { servicePrincipalOf } from '../world/directory/directory';
import { list, record } from '../world/json';

const COMMAND_LINE = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

let azure: LocalAzure;
let api: string;

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'contoso' });
  api = `servicePrincipals/${servicePrincipalOf(azure.world, API_APP_ID).objectId}`;
});
afterEach(() => azure.stop());

/** As Azure's command line asks for a person. */
async function graph(method: string, path: string, body?: unknown, person: string = people.adele.username) {
  const form = { grant_type: 'password', client_id: COMMAND_LINE, username: person, password: azure.password };
  const asked = new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' });
  const token = record(await (await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: asked })).json());
  const answer = await fetch(`${azure.url}/v1.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${String(token['access_token'])}`, 'x-forwarded-host': 'graph.microsoft.com' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: record(text === '' ? undefined : JSON.parse(text)) };
}

const refusal = async (...asked: Parameters<typeof graph>) => record((await graph(...asked)).body['error'])['code'];
const rolesOf = async (person: keyof typeof people) => decodeJwt((await connect(azure, person)).apiToken)['roles'];
const assignment = (principalId: string) => ({ principalId, resourceId: api.split('/')[1], appRoleId: AUDIT_ROLE_ID });

it('the auditor has the role in the token for the API, and nobody else has any', async () => {
  expect(await rolesOf('megan')).toEqual(['Audit.Read']);
  expect(await rolesOf('adele')).toBeUndefined();
  expect((await graph('GET', `${api}/appRoleAssignedTo`)).body['value']).toMatchObject([
    { principalDisplayName: 'Megan Bowen', principalType: 'User', resourceDisplayName: 'Backup portal API', appRoleId: AUDIT_ROLE_ID },
  ]);
});

it('who is assigned has it from the next token on, and who is no more has it no more', async () => {
  const { status, body } = await graph('POST', `${api}/appRoleAssignedTo`, assignment(people.adele.objectId));
  expect(status).toBe(201);
  expect(await rolesOf('adele')).toEqual(['Audit.Read']);
  expect((await graph('DELETE', `${api}/appRoleAssignedTo/${String(body['id'])}`)).status).toBe(204);
  expect(await rolesOf('adele')).toBeUndefined();
});

it('direct members of a group that is assigned have it, those of a group within it have not', async () => {
  await graph('POST', `${api}/appRoleAssignedTo`, assignment(groups.helpdesk.objectId));
  expect(await rolesOf('alex')).toEqual(['Audit.Read']);
  const [held] = list((await graph('GET', `${api}/appRoleAssignedTo`)).body['value']).filter(
    (one) => record(one)['principalType'] === 'Group',
  );
  await graph('DELETE', `${api}/appRoleAssignedTo/${String(record(held)['id'])}`);
  await graph('POST', `${api}/appRoleAssignedTo`, assignment(groups.restorers.objectId));
  expect(await rolesOf('alex')).toBeUndefined();
});

it('a role of nobody, twice the same, or by somebody who may not, is refused', async () => {
  const to = `${api}/appRoleAssignedTo`;
  expect(await refusal('POST', to, assignment(people.megan.objectId))).toBe('Request_BadRequest');
  expect(await refusal('POST', to, { ...assignment(people.lee.objectId), appRoleId: API_APP_ID })).toBe('Request_BadRequest');
  expect(await refusal('POST', to, assignment(API_APP_ID))).toBe('Request_ResourceNotFound');
  expect(await refusal('POST', to, assignment(people.megan.objectId), people.megan.username)).toBe('Authorization_RequestDenied');
  expect(await rolesOf('lee')).toBeUndefined();
});

it('a role that is disabled is in no token, and only then it can be removed', async () => {
  const [registered] = list(
    (await graph('GET', `applications?$filter=${encodeURIComponent(`appId eq '${API_APP_ID}'`)}`)).body['value'],
  ).map(record);
  const [id, appRoles] = [String(registered?.['id']), list(registered?.['appRoles']).map(record)];
  expect(appRoles).toMatchObject([{ id: AUDIT_ROLE_ID, value: 'Audit.Read', allowedMemberTypes: ['User'] }]);
  expect((await graph('PATCH', `applications/${id}`, { appRoles: [] })).status).toBe(400);
  expect((await graph('PATCH', `applications/${id}`, { appRoles: appRoles.map((role) => ({ ...role, isEnabled: false })) })).status).toBe(
    204,
  );
  expect(await rolesOf('megan')).toBeUndefined();
  expect((await graph('PATCH', `applications/${id}`, { appRoles: [] })).status).toBe(204);
});

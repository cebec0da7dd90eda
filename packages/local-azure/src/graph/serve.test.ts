import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { cloudNamed } from '../world/cloud';

const BACKUP_SERVICE_APP_ID = cloudNamed('public').backupService;
import { groups } from '../seeds/groups';
import { people } from '../seeds/people';
import { GUEST_ROLES } from '../world/directory/guest-access';
import { list, record } from '../world/json';

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
});

afterAll(() => azure.stop());

async function graph(
  path: string,
  scope = 'https://graph.microsoft.com/.default',
  body?: unknown,
  { method = body === undefined ? 'GET' : 'POST', person = 'megan' } = {},
) {
  const { credential } = await connect(azure, person);
  const { token } = await credential.getToken(scope);
  const answer = await fetch(azure.url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-host': 'graph.microsoft.com' },
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

it('says who one is and who somebody else is', async () => {
  expect((await graph('/v1.0/me')).body).toMatchObject({ displayName: 'Megan Bowen', id: people.megan.objectId });
  expect((await graph(`/v1.0/users/${people.lee.username}`)).body).toMatchObject({ id: people.lee.objectId, userType: 'Guest' });
  expect((await graph('/v1.0/users/nobody')).status).toBe(404);
});

it('finds the backup service of this tenant by its application id', async () => {
  const { body } = await graph(`/v1.0/servicePrincipals?$filter=appId eq '${BACKUP_SERVICE_APP_ID}'`);
  expect(body).toMatchObject({ value: [{ displayName: 'Backup Management Service', id: expect.stringMatching(/^[0-9a-f-]{36}$/) }] });
});

it('finds a program as the command line asks for it, and by its object id', async () => {
  const filter = `servicePrincipalNames/any(c:c eq '${BACKUP_SERVICE_APP_ID}')`;
  const found = await graph(`/v1.0/servicePrincipals?$filter=${encodeURIComponent(filter)}`);
  const { id } = record(list(record(found.body)['value'])[0]);
  expect((await graph(`/v1.0/servicePrincipals/${String(id)}`)).body).toMatchObject({ appId: BACKUP_SERVICE_APP_ID });
  const ids = { ids: [id, people.lee.objectId, 'nobody'], types: ['user', 'servicePrincipal'] };
  expect((await graph('/v1.0/directoryObjects/getByIds', 'https://graph.localhost:8443/.default', ids)).body).toMatchObject({
    value: [{ '@odata.type': '#microsoft.graph.servicePrincipal' }, { displayName: 'Lee Gu' }],
  });
});

it('finds a person by sign-in name', async () => {
  const { body } = await graph(`/v1.0/users?$filter=${encodeURIComponent(`userPrincipalName eq '${people.alex.username}'`)}`);
  expect(body).toMatchObject({ value: [{ id: people.alex.objectId }] });
});

it('knows the groups of a person, also those that are reached through another group', async () => {
  const names = async (path: string) => list(record((await graph(path)).body)['value']).map((group) => record(group)['displayName']);
  const alex = `/v1.0/users/${people.alex.objectId}`;
  expect(await names(`${alex}/memberOf`)).toEqual(['Helpdesk']);
  expect(await names(`${alex}/transitiveMemberOf/microsoft.graph.group?$select=id,displayName`)).toEqual([
    'Helpdesk',
    'Key Vault Restorers',
  ]);
  expect(await names('/v1.0/me/transitiveMemberOf')).toEqual([]);
  expect(await names('/v1.0/groups')).toHaveLength(2);
  const ids = { ids: [groups.restorers.objectId] };
  expect((await graph('/v1.0/directoryObjects/getByIds', 'https://graph.microsoft.com/.default', ids)).body).toMatchObject({
    value: [{ '@odata.type': '#microsoft.graph.group', displayName: 'Key Vault Restorers' }],
  });
});

it('shows a guest its groups until an administrator restricts what guests may see', async () => {
  const policy = '/v1.0/policies/authorizationPolicy';
  const change = (role: string, person: string) => graph(policy, undefined, { guestUserRoleId: role }, { method: 'PATCH', person });
  const groupsOf = async (person: string) => (await graph('/v1.0/me/transitiveMemberOf', undefined, undefined, { person })).status;
  expect(await groupsOf('lee')).toBe(200);
  expect((await change(GUEST_ROLES.restricted, 'megan')).status).toBe(403);
  expect((await change('of nobody', 'adele')).status).toBe(400);
  expect((await change(GUEST_ROLES.restricted, 'adele')).status).toBe(204);
  expect((await graph(policy)).body).toMatchObject({ guestUserRoleId: GUEST_ROLES.restricted });
  expect([await groupsOf('lee'), await groupsOf('megan')]).toEqual([403, 200]);
  await change(GUEST_ROLES.limited, 'adele');
  expect(await groupsOf('lee')).toBe(200);
});

it('takes no token meant for something else', async () => {
  expect((await graph('/v1.0/me', 'https://management.azure.com/.default')).status).toBe(401);
});

it('gives the groups of somebody who is in more than a token holds in pages, and the token points to where all of them are told', async () => {
  const directory = azure.world.documents<object>('groups');
  for (let i = 0; i < 205; i += 1) {
    const objectId = `00000000-0000-4000-a000-${String(i).padStart(12, '0')}`;
    directory.put(objectId, { objectId, displayName: `Group ${i}`, description: '', members: [people.patti.objectId] });
  }
  const { credential } = await connect(azure, 'patti');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const claims = record(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  expect(claims).toMatchObject({ _claim_names: { groups: 'src1' } });
  expect(claims['groups']).toBeUndefined();
  const all = await graph(`/v1.0/users/${people.patti.objectId}/getMemberObjects`, undefined, { securityEnabledOnly: false });
  expect(list(record(all.body)['value'])).toHaveLength(205);
  const first = await graph('/v1.0/me/transitiveMemberOf?$top=150', undefined, undefined, { person: 'patti' });
  const next = new URL(String(record(first.body)['@odata.nextLink']));
  const second = await graph(next.pathname + next.search, undefined, undefined, { person: 'patti' });
  expect([first, second].map(({ body }) => list(record(body)['value']).length)).toEqual([150, 55]);
  expect(record(second.body)['@odata.nextLink']).toBeUndefined();
});

it('names the groups in the token of somebody who is in few, those of groups among them', async () => {
  const { credential } = await connect(azure, 'alex');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const claims = record(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  expect(claims['groups']).toEqual([groups.helpdesk.objectId, groups.restorers.objectId]);
});

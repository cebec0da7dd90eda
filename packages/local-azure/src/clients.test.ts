import { randomUUID } from 'node:crypto';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ComputeManagementClient } from '@azure/arm-compute';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from './seeds/company';
import { people } from './seeds/people';
import { startLocalAzure, type LocalAzure } from './start';
import { connect, type Connection } from './testing/connect';
import { list, record } from './world/json';

const PRODUCTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const ACCOUNT = `${PRODUCTION}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging`;
const READER = `${PRODUCTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;

let azure: LocalAzure;
let adele: Connection;
let token: string;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  adele = await connect(azure, 'adele');
  ({ token } = await adele.credential.getToken('https://management.azure.com/.default'));
});
afterAll(() => azure.stop());

/** Asks Resource Manager as a client does that has no SDK of its own. */
async function arm(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${azure.url}${path}${path.includes('?') ? '&' : '?'}api-version=2024-04-01`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : record(JSON.parse(text)) };
}

const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, record(body['error'])['code']];

const askForToken = async (path: string, more: Record<string, string>) => {
  const [program] = azure.programs;
  const form = { client_id: program?.appId ?? '', client_secret: program?.secret ?? '', grant_type: 'client_credentials', ...more };
  const answer = await fetch(`${azure.url}/${azure.tenantId}${path}`, { method: 'POST', body: new URLSearchParams(form) });
  return record(await answer.json());
};

const assignReader = (principalId: string, principalType?: string) => {
  const { roleAssignments } = new AuthorizationManagementClient(adele.credential, PRODUCTION_SUBSCRIPTION_ID, {
    httpClient: adele.httpClient,
  });
  const given = { principalId, roleDefinitionId: READER, ...(principalType !== undefined && { principalType }) };
  return roleAssignments.create(`${PRODUCTION}/resourceGroups/StorageRG`, randomUUID(), given);
};

const keyClient = () => new KeyClient('https://ContosoKV.vault.azure.net', adele.credential, { httpClient: adele.httpClient });

async function askKeyVault(method: string, path: string, body?: unknown) {
  const vault = await adele.credential.getToken('https://vault.azure.net/.default');
  const answer = await fetch(`${azure.url}${path}?api-version=7.5`, {
    method,
    headers: { authorization: `Bearer ${vault.token}`, 'x-forwarded-host': 'contosokv.vault.azure.net', 'x-forwarded-proto': 'https' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: record(await answer.json()) };
}

describe('A program signs in', () => {
  it('also when it asks for scopes of OpenID beside its resource', async () => {
    const scope = 'https://management.azure.com/.default openid offline_access profile';
    expect(await askForToken('/oauth2/v2.0/token', { scope })).toMatchObject({ token_type: 'Bearer', expires_in: expect.any(Number) });
    expect(await askForToken('/oauth2/v2.0/token', { scope: 'openid profile' })).toMatchObject({ error: 'invalid_scope' });
  });

  it('by the first version of the token service, which speaks in words', async () => {
    const answer = await askForToken('/oauth2/token', { resource: 'https://management.azure.com/' });
    expect(answer).toMatchObject({ resource: 'https://management.azure.com/', expires_in: expect.stringMatching(/^\d+$/) });
    const subscriptions = await fetch(`${azure.url}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${String(answer['access_token'])}` },
    });
    expect(list(record(await subscriptions.json())['value']).length).toBeGreaterThan(0);
  });
});

describe('Resource Manager', () => {
  it('makes disks with 202 and snapshots with 200, and tells whether a resource is there', async () => {
    const disks = `${PRODUCTION}/resourceGroups/StorageRG/providers/Microsoft.Compute`;
    const empty = { location: 'westeurope', properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4 } };
    expect((await arm('PUT', `${disks}/disks/spare`, empty)).status).toBe(202);
    const copy = { createOption: 'Copy', sourceResourceId: `${disks}/disks/spare` };
    const snapshot = await arm('PUT', `${disks}/snapshots/spare`, { location: 'westeurope', properties: { creationData: copy } });
    expect(snapshot.status).toBe(200);
    expect((await arm('HEAD', `${disks}/disks/spare`)).status).toBe(204);
    expect((await arm('HEAD', `${disks}/disks/none`)).status).toBe(404);
  });

  it('does not close the network of a disk', async () => {
    const path = `${PRODUCTION}/resourceGroups/StorageRG/providers/Microsoft.Compute/disks/closed`;
    const properties = { creationData: { createOption: 'Empty' }, diskSizeGB: 4, networkAccessPolicy: 'DenyAll' };
    expect(codeOf(await arm('PUT', path, { location: 'westeurope', properties }))).toEqual([501, 'NotImplemented']);
  });

  it('makes the same of a disk with the official client', async () => {
    const compute = new ComputeManagementClient(adele.credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient: adele.httpClient });
    const made = await compute.disks.beginCreateOrUpdateAndWait('StorageRG', 'another', {
      location: 'westeurope',
      creationData: { createOption: 'Empty' },
      diskSizeGB: 4,
    });
    expect(made.provisioningState).toBe('Succeeded');
  });

  it('shows the firewall of a storage account, and keeps what is not named of it', async () => {
    expect((await arm('GET', ACCOUNT)).body['properties']).toMatchObject({ networkAcls: { defaultAction: 'Allow', ipRules: [] } });
    const changed = await arm('PATCH', ACCOUNT, { properties: { networkAcls: { defaultAction: 'Allow', bypass: 'None' } } });
    expect(changed.body['properties']).toMatchObject({ networkAcls: { bypass: 'None', defaultAction: 'Allow' } });
    await arm('PATCH', ACCOUNT, { properties: { networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' } } });
  });

  it('refuses a container that its blobs could not live in', async () => {
    const containers = `${ACCOUNT}/blobServices/default/containers`;
    expect(codeOf(await arm('PUT', `${containers}/ab`, {}))).toEqual([400, 'InvalidResourceName']);
    const open = await arm('PUT', `${containers}/open`, { properties: { publicAccess: 'Blob' } });
    expect(codeOf(open)).toEqual([409, 'PublicAccessNotPermitted']);
    expect(codeOf(await arm('PATCH', `${containers}/nothere`, {}))).toEqual([404, 'ContainerNotFound']);
  });

  it.each([
    ['GET', `${PRODUCTION}/tagNames`],
    ['POST', `${PRODUCTION}/resourceGroups/StorageRG/moveResources`],
  ])('says of what it does not serve that it does not: %s %s', async (method, path) => {
    expect(codeOf(await arm(method, path, method === 'GET' ? undefined : {}))).toEqual([501, 'NotImplemented']);
  });
});

describe('A role', () => {
  it('can be assigned to a principal that was just made, by anyone who names its type', async () => {
    const unknown = randomUUID();
    await expect(assignReader(unknown)).rejects.toMatchObject({ statusCode: 400, code: 'PrincipalNotFound' });
    expect(await assignReader(unknown, 'ServicePrincipal')).toMatchObject({ principalType: 'ServicePrincipal' });
  });

  it('is not assigned to a person as if to a program', async () => {
    const assigned = assignReader(people.megan.objectId, 'ServicePrincipal');
    await expect(assigned).rejects.toMatchObject({ statusCode: 400, code: 'UnmatchedPrincipalType' });
  });
});

describe('A key', () => {
  it('is used without its version, as the current one', async () => {
    const key = await keyClient().createKey('unversioned', 'RSA');
    const crypto = new CryptographyClient(key, adele.credential, { httpClient: adele.httpClient });
    const { result } = await crypto.encrypt({ algorithm: 'RSA-OAEP', plaintext: Buffer.from('hello') });
    const value = Buffer.from(result).toString('base64url');
    const { body } = await askKeyVault('POST', '/keys/unversioned//decrypt', { alg: 'RSA-OAEP', value });
    expect(body).toEqual({ kid: key.id, value: Buffer.from('hello').toString('base64url') });
  });

  it('is rotated, and tells of the policy that every key has', async () => {
    const key = await keyClient().createKey('rotated', 'RSA');
    const rotated = await keyClient().rotateKey('rotated');
    expect(rotated.properties.version).not.toBe(key.properties.version);
    expect((await keyClient().getKeyRotationPolicy('rotated')).lifetimeActions).toEqual([{ action: 'Notify', timeBeforeExpiry: 'P30D' }]);
  });

  it('that is released or attested is not served', async () => {
    await expect(keyClient().createKey('released', 'RSA', { exportable: true })).rejects.toMatchObject({ statusCode: 501 });
    expect(codeOf(await askKeyVault('GET', '/keys/rotated/attestation'))).toEqual([501, 'NotImplemented']);
  });
});

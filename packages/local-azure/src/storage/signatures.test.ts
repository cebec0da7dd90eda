import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../seeds/people';
import { startLocalAzure, type LocalAzure } from '../start';
import { callerFor } from '../testing/arm-caller';
import { connect } from '../testing/connect';
import { type BlobCaller, codeOf, plainCaller, sharedKeyCaller } from '../testing/shared-key-caller';
import { assignRole } from '../world/authorization/access';
import { findAccount, keysOf } from '../world/storage/storage-accounts';

const ACCOUNT = 'contosostaging';
const DAY = 86_400_000;

let azure: LocalAzure;
let owner: BlobCaller;
let anyone: BlobCaller;
const accountId = () => findAccount(azure.world, ACCOUNT)?.id ?? '';

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'kind' });
  owner = sharedKeyCaller(azure, ACCOUNT);
  anyone = plainCaller(azure, ACCOUNT);
  await owner('PUT', '/shared?restype=container');
  await owner('PUT', '/shared/text', { headers: { 'x-ms-blob-type': 'BlockBlob' }, body: 'hello' });
});
afterAll(() => azure.stop());

const second = (moment: number) => new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
const sign = (key: string, text: string) => createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');

const between = (document: string, name: string) => new RegExp(`<${name}>([^<]*)<`).exec(document)?.[1] ?? '';

async function delegatedTo(person: string, expiry = Date.now() + DAY) {
  const { token } = await (await connect(azure, person)).credential.getToken('https://storage.azure.com/.default');
  return plainCaller(azure, ACCOUNT, token)('POST', '/?restype=service&comp=userdelegationkey', {
    headers: { 'x-ms-version': '2022-11-02' },
    body: `<KeyInfo><Start>${second(Date.now() - 60_000)}</Start><Expiry>${second(expiry)}</Expiry></KeyInfo>`,
  });
}

const acl = (policies: string) =>
  owner('PUT', '/shared?restype=container&comp=acl', {
    body: `<?xml version="1.0" encoding="utf-8"?><SignedIdentifiers>${policies}</SignedIdentifiers>`,
  });
const policy = (id: string, expiry: number, permission: string) =>
  `<SignedIdentifier><Id>${id}</Id><AccessPolicy><Expiry>${second(expiry)}</Expiry><Permission>${permission}</Permission></AccessPolicy></SignedIdentifier>`;

function signedBy(id: string, more: Record<string, string> = {}): string {
  const fields: Record<string, string> = { sv: '2022-11-02', sr: 'c', si: id, ...more };
  const { sp = '', se = '', si = '', sv = '', sr = '' } = fields;
  const text = [sp, '', se, `/blob/${ACCOUNT}/shared`, si, '', '', sv, sr, '', '', '', '', '', '', ''].join('\n');
  return new URLSearchParams({ ...fields, sig: sign(keysOf(azure.world, ACCOUNT).key1, text) }).toString();
}

/** A signature of version 2022-11-02 as @azure/storage-blob makes it. */
function signedWith(document: string, permission: string): string {
  const names = { skoid: 'Oid', sktid: 'Tid', skt: 'Start', ske: 'Expiry', sks: 'Service', skv: 'Version' };
  const key = Object.fromEntries(Object.entries(names).map(([name, word]) => [name, between(document, `Signed${word}`)]));
  const fields = { sp: permission, se: second(Date.now() + 3_600_000), sv: '2022-11-02', sr: 'b' };
  const lines = [fields.sp, '', fields.se, `/blob/${ACCOUNT}/shared/text`, ...Object.values(key), '', '', '', '', '', fields.sv, fields.sr];
  const sig = sign(between(document, 'Value'), [...lines, '', '', '', '', '', '', ''].join('\n'));
  return new URLSearchParams({ ...fields, ...key, sig }).toString();
}

describe('A stored access policy', () => {
  test('says what signatures that refer to it are good for, as long as it is there', async () => {
    expect((await acl(policy('readers', Date.now() + DAY, 'r'))).status).toBe(200);
    expect(await (await owner('GET', '/shared?restype=container&comp=acl')).text()).toContain('<Id>readers</Id>');
    expect(await (await anyone('GET', `/shared/text?${signedBy('readers')}`)).text()).toBe('hello');
    expect(codeOf(await anyone('DELETE', `/shared/text?${signedBy('readers')}`))).toEqual([403, 'AuthorizationPermissionMismatch']);
    expect(codeOf(await anyone('GET', `/shared/text?${signedBy('readers', { sp: 'rd' })}`))).toEqual([400, 'InvalidQueryParameterValue']);
    await acl(policy('readers', Date.now() - DAY, 'r'));
    expect(codeOf(await anyone('GET', `/shared/text?${signedBy('readers')}`))).toEqual([403, 'AuthenticationFailed']);
    await acl('');
    expect(codeOf(await anyone('GET', `/shared/text?${signedBy('readers')}`))).toEqual([403, 'AuthenticationFailed']);
  });

  test('survives new metadata; five are the most, and nobody opens a container to everybody', async () => {
    const six = Array.from({ length: 6 }, (_, i) => policy(`p${i}`, Date.now() + DAY, 'r')).join('');
    expect(codeOf(await acl(six))).toEqual([400, 'InvalidXmlDocument']);
    await acl(policy('kept', Date.now() + DAY, 'r'));
    await owner('PUT', '/shared?restype=container&comp=metadata', { headers: { 'x-ms-meta-kind': 'text' } });
    expect(await (await owner('GET', '/shared?restype=container&comp=acl')).text()).toContain('<Id>kept</Id>');
    const open = { headers: { 'x-ms-blob-public-access': 'blob' } };
    expect(codeOf(await owner('PUT', '/shared?restype=container&comp=acl', open))).toEqual([409, 'PublicAccessNotPermitted']);
    expect(codeOf(await anyone('GET', `/shared?restype=container&comp=acl&${signedBy('kept')}`))).toEqual([
      403,
      'AuthorizationPermissionMismatch',
    ]);
  });
});

describe('A key that is delegated to a person', () => {
  test('signs for what that person may do, and for no more', async () => {
    expect(codeOf(await delegatedTo('megan'))).toEqual([403, 'AuthorizationPermissionMismatch']);
    assignRole(azure.world, { principalId: people.megan.objectId, role: 'Storage Blob Data Reader', scope: accountId() });
    const document = await (await delegatedTo('megan')).text();
    expect(between(document, 'SignedOid')).toBe(people.megan.objectId);
    expect(await (await anyone('GET', `/shared/text?${signedWith(document, 'rd')}`)).text()).toBe('hello');
    expect(codeOf(await anyone('DELETE', `/shared/text?${signedWith(document, 'rd')}`))).toEqual([403, 'AuthorizationPermissionMismatch']);
    expect(codeOf(await anyone('GET', `/shared/text?${signedWith(document, 'd')}`))).toEqual([403, 'AuthorizationPermissionMismatch']);
    const forged = signedWith(document, 'r').replace(people.megan.objectId, people.adele.objectId);
    expect(codeOf(await anyone('GET', `/shared/text?${forged}`))).toEqual([403, 'AuthenticationFailed']);
  });

  test('is good for seven days, and until all are revoked; keys of the account need not be permitted', async () => {
    expect(codeOf(await delegatedTo('megan', Date.now() + 8 * DAY))).toEqual([400, 'InvalidXmlNodeValue']);
    const document = await (await delegatedTo('megan')).text();
    const adele = await callerFor(azure, 'adele', '2023-05-01');
    await adele('PATCH', accountId(), { properties: { allowSharedKeyAccess: false } });
    expect((await anyone('GET', `/shared/text?${signedWith(document, 'r')}`)).status).toBe(200);
    await adele('PATCH', accountId(), { properties: { allowSharedKeyAccess: true } });
    expect((await adele('POST', `${accountId()}/revokeUserDelegationKeys`)).status).toBe(200);
    expect(codeOf(await anyone('GET', `/shared/text?${signedWith(document, 'r')}`))).toEqual([403, 'AuthenticationFailed']);
  });

  test('is given to nobody who proves who he is by a key of the account', async () => {
    const asked = { body: '<KeyInfo><Start>2026-01-01T00:00:00Z</Start><Expiry>2026-01-02T00:00:00Z</Expiry></KeyInfo>' };
    expect(codeOf(await owner('POST', '/?restype=service&comp=userdelegationkey', asked))).toEqual([403, 'AuthenticationFailed']);
  });
});

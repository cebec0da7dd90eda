import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignRole } from '../world/authorization/access';
import { findAccount } from '../world/storage/storage-accounts';
import { startLocalAzure, type LocalAzure } from '../start';
import { connect } from '../testing/connect';
import { people } from '../seeds/people';
import { type BlobCaller, codeOf, plainCaller, serviceSas, sharedKeyCaller } from '../testing/shared-key-caller';

const ACCOUNT = 'contosostaging';
const HOUR = 3_600_000;

let azure: LocalAzure;
let owner: BlobCaller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  owner = sharedKeyCaller(azure, ACCOUNT);
});
afterAll(() => azure.stop());

const blockBlob = { 'x-ms-blob-type': 'BlockBlob' };

function changeAccount(changes: Record<string, unknown>): void {
  const account = findAccount(azure.world, ACCOUNT);
  if (!account) throw new Error('The account is gone.');
  azure.world.resources.put({ ...account, properties: { ...account.properties, ...changes } });
}

describe('Blobs', () => {
  test('are written, read whole or in parts, and deleted', async () => {
    expect((await owner('PUT', '/notes?restype=container')).status).toBe(201);
    expect(codeOf(await owner('PUT', '/notes?restype=container'))).toEqual([409, 'ContainerAlreadyExists']);
    const put = await owner('PUT', '/notes/a%20folder/hello.txt', {
      headers: { ...blockBlob, 'x-ms-meta-kind': 'greeting' },
      body: 'Hello, world',
    });
    expect(put.status).toBe(201);
    const whole = await owner('GET', '/notes/a%20folder/hello.txt');
    expect(await whole.text()).toBe('Hello, world');
    expect(whole.headers.get('x-ms-meta-kind')).toBe('greeting');
    expect(whole.headers.get('etag')).toBe(put.headers.get('etag'));
    const part = await owner('GET', '/notes/a%20folder/hello.txt', { headers: { 'x-ms-range': 'bytes=7-99' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 7-11/12', 'world']);
    const backwards = await owner('GET', '/notes/a%20folder/hello.txt', { headers: { 'x-ms-range': 'bytes=5-2' } });
    expect([backwards.status, await backwards.text()]).toEqual([200, 'Hello, world']);
    const head = await owner('HEAD', '/notes/a%20folder/hello.txt');
    expect(head.headers.get('content-length')).toBe('12');
    expect((await owner('DELETE', '/notes/a%20folder/hello.txt')).status).toBe(202);
    expect(codeOf(await owner('GET', '/notes/a%20folder/hello.txt'))).toEqual([404, 'BlobNotFound']);
  });

  test('are listed by folder and in pages', async () => {
    await owner('PUT', '/pages?restype=container');
    for (const name of ['a/1', 'a/2', 'b/1', 'c']) await owner('PUT', `/pages/${name}`, { headers: blockBlob, body: name });
    const folders = await (await owner('GET', '/pages?restype=container&comp=list&delimiter=%2F')).text();
    expect(folders.match(/<Name>[^<]+/g)).toEqual(['<Name>a/', '<Name>b/', '<Name>c']);
    const first = await (await owner('GET', '/pages?restype=container&comp=list&maxresults=3')).text();
    const marker = /<NextMarker>([^<]+)/.exec(first)?.[1] ?? '';
    const second = await (await owner('GET', `/pages?restype=container&comp=list&maxresults=3&marker=${marker}`)).text();
    expect(second.match(/<Name>[^<]+/g)).toEqual(['<Name>c']);
    expect(await (await owner('GET', '/?comp=list&prefix=pag')).text()).toContain('<Name>pages</Name>');
  });

  test('come in blocks', async () => {
    await owner('PUT', '/blocks?restype=container');
    const ids = ['AAAA', 'AAAB'];
    for (const id of ids) await owner('PUT', `/blocks/big?comp=block&blockid=${id}`, { body: id.repeat(40_000) });
    const list = `<BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join('')}</BlockList>`;
    expect((await owner('PUT', '/blocks/big?comp=blocklist', { body: list })).status).toBe(201);
    for (const garbled of ['garbage', '<BlockList>', '<BlockList>AAAA</BlockList>', `<List>${list}</List>`]) {
      expect(codeOf(await owner('PUT', '/blocks/big?comp=blocklist', { body: garbled }))).toEqual([400, 'InvalidXmlDocument']);
    }
    expect(await (await owner('GET', '/blocks/big')).text()).toBe(ids.map((id) => id.repeat(40_000)).join(''));
  });

  test('of pages may be huge and take no room', async () => {
    await owner('PUT', '/vhds?restype=container');
    const length = 1023 * 2 ** 30 + 512;
    const sized = { 'x-ms-blob-type': 'PageBlob', 'x-ms-blob-content-length': String(length) };
    expect((await owner('PUT', '/vhds/disk.vhd', { headers: sized })).status).toBe(201);
    const last = `bytes=${length - 512}-${length - 1}`;
    const page = new Uint8Array(512).fill(7);
    const written = await owner('PUT', '/vhds/disk.vhd?comp=page', {
      headers: { 'x-ms-page-write': 'update', 'x-ms-range': last },
      body: page,
    });
    expect(written.status).toBe(201);
    const tail = await owner('GET', '/vhds/disk.vhd', { headers: { 'x-ms-range': `bytes=${length - 1024}-${length - 1}` } });
    const bytes = new Uint8Array(await tail.arrayBuffer());
    expect([bytes[0], bytes[511], bytes[512], bytes[1023]]).toEqual([0, 0, 7, 7]);
    const shifted = await owner('PUT', '/vhds/disk.vhd?comp=page', {
      headers: { 'x-ms-page-write': 'update', 'x-ms-range': 'bytes=1-512' },
      body: page,
    });
    expect(codeOf(shifted)).toEqual([416, 'InvalidPageRange']);
  });
});

describe('Nobody gets at a blob', () => {
  beforeAll(async () => {
    await owner('PUT', '/safe?restype=container');
    await owner('PUT', '/safe/secret.txt', { headers: blockBlob, body: 'secret' });
  });

  test('without saying who he is', async () => {
    const answer = await plainCaller(azure, ACCOUNT)('GET', '/safe/secret.txt');
    expect(codeOf(answer)).toEqual([401, 'NoAuthenticationInformation']);
    expect(answer.headers.get('www-authenticate')).toContain('resource_id=https://storage.azure.com');
  });

  test('with another account key', async () => {
    const stranger = sharedKeyCaller(azure, ACCOUNT, Buffer.alloc(64, 1).toString('base64'));
    expect(codeOf(await stranger('GET', '/safe/secret.txt'))).toEqual([403, 'AuthenticationFailed']);
  });

  test('with a signature for something else, of another day or without the right', async () => {
    const anyone = plainCaller(azure, ACCOUNT);
    const soon = new Date(Date.now() + HOUR);
    const good = serviceSas(azure, ACCOUNT, 'safe/secret.txt', 'r', soon);
    expect(await (await anyone('GET', `/safe/secret.txt?${good}`)).text()).toBe('secret');
    expect(codeOf(await anyone('DELETE', `/safe/secret.txt?${good}`))).toEqual([403, 'AuthorizationPermissionMismatch']);
    expect(codeOf(await anyone('GET', `/safe/other.txt?${good}`))).toEqual([403, 'AuthenticationFailed']);
    expect(codeOf(await anyone('GET', `/safe/secret.txt?${good.replace('sp=r', 'sp=rd')}`))).toEqual([403, 'AuthenticationFailed']);
    const past = serviceSas(azure, ACCOUNT, 'safe/secret.txt', 'r', new Date(Date.now() - HOUR));
    expect(codeOf(await anyone('GET', `/safe/secret.txt?${past}`))).toEqual([403, 'AuthenticationFailed']);
    const container = serviceSas(azure, ACCOUNT, 'safe', 'rl', soon);
    expect((await anyone('GET', `/safe/secret.txt?${container}`)).status).toBe(200);
    expect((await anyone('GET', `/safe?restype=container&comp=list&${container}`)).status).toBe(200);
    const everything = serviceSas(azure, ACCOUNT, 'safe', 'rcwdl', soon);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const refused = await anyone(method, `/safe?restype=container&${everything}`);
      expect(codeOf(refused)).toEqual([403, 'AuthorizationPermissionMismatch']);
    }
  });

  test('with what an account key signed long ago', async () => {
    const longAgo = new Date(Date.now() - HOUR).toUTCString();
    expect(codeOf(await owner('GET', '/safe/secret.txt', { headers: { 'x-ms-date': longAgo } }))).toEqual([403, 'AuthenticationFailed']);
  });

  test('with a token, unless a role for blobs allows it', async () => {
    const { credential } = await connect(azure, 'Megan');
    const { token } = await credential.getToken('https://storage.azure.com/.default');
    const megan = plainCaller(azure, ACCOUNT, token);
    expect(codeOf(await megan('GET', '/safe/secret.txt'))).toEqual([403, 'AuthorizationPermissionMismatch']);
    const scope = findAccount(azure.world, ACCOUNT)?.id ?? '';
    assignRole(azure.world, { principalId: people.megan.objectId, role: 'Storage Blob Data Reader', scope });
    expect(await (await megan('GET', '/safe/secret.txt')).text()).toBe('secret');
    expect(codeOf(await megan('DELETE', '/safe/secret.txt'))).toEqual([403, 'AuthorizationPermissionMismatch']);
  });

  test('when keys are switched off, the firewall is closed or the account is offline', async () => {
    changeAccount({ allowSharedKeyAccess: false });
    expect(codeOf(await owner('GET', '/safe/secret.txt'))).toEqual([403, 'KeyBasedAuthenticationNotPermitted']);
    changeAccount({ allowSharedKeyAccess: true, networkAcls: { defaultAction: 'Deny' } });
    expect(codeOf(await owner('GET', '/safe/secret.txt'))).toEqual([403, 'AuthorizationFailure']);
    changeAccount({ networkAcls: { defaultAction: 'Allow' }, statusOfPrimary: 'unavailable' });
    expect(codeOf(await owner('GET', '/safe/secret.txt'))).toEqual([503, 'ServerBusy']);
    changeAccount({ statusOfPrimary: 'available' });
    expect((await owner('GET', '/safe/secret.txt')).status).toBe(200);
  });
});

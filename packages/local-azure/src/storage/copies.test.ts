import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignRole } from '../world/authorization/access';
import { findAccount, STORAGE_TYPE } from '../world/storage/storage-accounts';
import { people } from '../seeds/people';
import { startLocalAzure, type LocalAzure } from '../start';
import { connect } from '../testing/connect';
import { takeEffect } from '../testing/take-effect';
import { type BlobCaller, codeOf, plainCaller, serviceSas, sharedKeyCaller } from '../testing/shared-key-caller';

const ACCOUNT = 'contosostaging';
const OTHER = 'contosoother';
const TEXT = 'what the source holds';
const soon = () => new Date(Date.now() + 3_600_000);
const md5 = (text: string) => createHash('md5').update(text).digest('base64');
const blockBlob = { 'x-ms-blob-type': 'BlockBlob' };

let azure: LocalAzure;
let owner: BlobCaller;
let other: BlobCaller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const account = findAccount(azure.world, ACCOUNT);
  if (!account) throw new Error('The account is gone.');
  const id = account.id.replace(ACCOUNT, OTHER);
  azure.world.resources.put({ ...account, id, name: OTHER, type: STORAGE_TYPE });
  owner = sharedKeyCaller(azure, ACCOUNT);
  other = sharedKeyCaller(azure, OTHER);
  await owner('PUT', '/from?restype=container');
  await other('PUT', '/into?restype=container');
  await owner('PUT', '/into?restype=container');
  await owner('PUT', '/from/source.txt', {
    headers: { ...blockBlob, 'x-ms-blob-content-type': 'text/plain', 'x-ms-blob-cache-control': 'no-store', 'x-ms-meta-kind': 'text' },
    body: TEXT,
  });
});
afterAll(() => azure.stop());

const address = (path: string, query = '') => `https://${ACCOUNT}.blob.core.windows.net/${path}${query === '' ? '' : `?${query}`}`;
const signed = (path: string, permissions = 'r') => address(path, serviceSas(azure, ACCOUNT, path, permissions, soon()));
const from = (url: string, headers: Record<string, string> = {}) => ({ headers: { 'x-ms-copy-source': url, ...headers } });
const listOf = (...ids: string[]) => `<BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join('')}</BlockList>`;
const textOf = async (caller: BlobCaller, path: string) => (await caller('GET', path)).text();

const block = (id: string) => `/into/made.txt?comp=block&blockid=${id}`;

describe('A block from another blob', () => {
  test('holds the range that was asked for, and is refused when its MD5 is another', async () => {
    const last = { 'x-ms-source-range': 'bytes=9-20' };
    const put = await other('PUT', block('AAAA'), from(signed('from/source.txt'), last));
    expect([put.status, put.headers.get('content-md5')]).toEqual([201, md5('source holds')]);
    await other('PUT', block('AAAB'), from(signed('from/source.txt'), { 'x-ms-source-content-md5': md5(TEXT) }));
    expect((await other('PUT', '/into/made.txt?comp=blocklist', { body: listOf('AAAA', 'AAAB') })).status).toBe(201);
    expect(await textOf(other, '/into/made.txt')).toBe(`source holds${TEXT}`);
    const wrong = from(signed('from/source.txt'), { 'x-ms-source-content-md5': md5('another') });
    expect(codeOf(await other('PUT', block('AAAC'), wrong))).toEqual([400, 'Md5Mismatch']);
    const beyond = from(signed('from/source.txt'), { 'x-ms-source-range': 'bytes=100-200' });
    expect(codeOf(await other('PUT', block('AAAC'), beyond))).toEqual([416, 'InvalidRange']);
  });

  test('needs the right to read that blob, by a signature or a token of its own', async () => {
    const unverified = [401, 'CannotVerifyCopySource'];
    expect(codeOf(await other('PUT', block('AAAA'), from(address('from/source.txt'))))).toEqual(unverified);
    expect(codeOf(await owner('PUT', block('AAAA'), from(address('from/source.txt'))))).toEqual(unverified);
    const forbidden = [403, 'CannotVerifyCopySource'];
    expect(codeOf(await other('PUT', block('AAAA'), from(signed('from/source.txt', 'w'))))).toEqual(forbidden);
    const { credential } = await connect(azure, 'Megan');
    const { token } = await credential.getToken('https://storage.azure.com/.default');
    const authorized = from(address('from/source.txt'), { 'x-ms-copy-source-authorization': `Bearer ${token}` });
    expect(codeOf(await other('PUT', block('AAAA'), authorized))).toEqual(forbidden);
    const scope = findAccount(azure.world, ACCOUNT)?.id ?? '';
    assignRole(azure.world, { principalId: people.megan.objectId, role: 'Storage Blob Data Reader', scope });
    expect((await other('PUT', block('AAAA'), authorized)).status).toBe(201);
  });

  test('is no block when the blob or its account is not there, or it is not the version that was meant', async () => {
    expect(codeOf(await other('PUT', block('AAAA'), from(signed('from/none.txt'))))).toEqual([404, 'CannotVerifyCopySource']);
    const nowhere = 'https://nobodysaccount.blob.core.windows.net/from/source.txt';
    expect(codeOf(await other('PUT', block('AAAA'), from(nowhere)))).toEqual([404, 'CannotVerifyCopySource']);
    const outdated = from(signed('from/source.txt'), { 'x-ms-source-if-match': '"0x1"' });
    expect(codeOf(await other('PUT', block('AAAA'), outdated))).toEqual([412, 'SourceConditionNotMet']);
    expect(codeOf(await other('PUT', block('AAAA'), from('https://example.com/a')))).toEqual([501, 'NotImplemented']);
    expect(codeOf(await other('PUT', block('AAAA')))).toEqual([400, 'InvalidHeaderValue']);
  });
});

describe('A blob made of another', () => {
  test('has its bytes and what is said of them, unless the request says something else', async () => {
    const copied = await owner('PUT', '/into/copy.txt', from(address('from/source.txt')));
    expect([copied.status, copied.headers.get('x-ms-copy-status')]).toEqual([202, 'success']);
    const read = await owner('GET', '/into/copy.txt');
    expect(await read.text()).toBe(TEXT);
    expect(['content-type', 'cache-control', 'x-ms-meta-kind', 'x-ms-copy-id'].map((name) => read.headers.get(name))).toEqual([
      'text/plain',
      'no-store',
      'text',
      copied.headers.get('x-ms-copy-id'),
    ]);
    await owner('PUT', '/into/copy.txt', from(address('from/source.txt'), { 'x-ms-meta-color': 'red' }));
    const renamed = (await owner('HEAD', '/into/copy.txt')).headers;
    expect([renamed.get('x-ms-meta-kind'), renamed.get('x-ms-meta-color')]).toEqual([null, 'red']);
  });

  test('may be made of itself', async () => {
    await owner('PUT', '/into/self.txt', { headers: blockBlob, body: TEXT });
    await owner('PUT', '/into/self.txt', from(address('into/self.txt'), { 'x-ms-meta-seen': 'yes' }));
    expect(await textOf(owner, '/into/self.txt')).toBe(TEXT);
  });

  test('is made at once by Copy Blob From URL and Put Blob From URL', async () => {
    const copied = await other('PUT', '/into/sync.txt', from(signed('from/source.txt'), { 'x-ms-requires-sync': 'true' }));
    expect([copied.status, copied.headers.get('content-md5')]).toEqual([202, md5(TEXT)]);
    const put = await other('PUT', '/into/put.txt', from(signed('from/source.txt'), blockBlob));
    expect([put.status, await textOf(other, '/into/put.txt')]).toEqual([201, TEXT]);
    const plain = { ...blockBlob, 'x-ms-copy-source-blob-properties': 'false', 'x-ms-blob-content-type': 'text/html' };
    await other('PUT', '/into/put.txt', from(signed('from/source.txt'), plain));
    expect((await other('HEAD', '/into/put.txt')).headers.get('content-type')).toBe('text/html');
  });

  test('may be of pages or grow at its end', async () => {
    const page = 'p'.repeat(512);
    await owner('PUT', '/from/page', { headers: blockBlob, body: page });
    await other('PUT', '/into/pages', { headers: { 'x-ms-blob-type': 'PageBlob', 'x-ms-blob-content-length': '1024' } });
    const ranges = { 'x-ms-page-write': 'update', 'x-ms-range': 'bytes=512-1023', 'x-ms-source-range': 'bytes=0-511' };
    expect((await other('PUT', '/into/pages?comp=page', from(signed('from/page'), ranges))).status).toBe(201);
    expect(await textOf(other, '/into/pages')).toBe('\0'.repeat(512) + page);
    await other('PUT', '/into/log', { headers: { 'x-ms-blob-type': 'AppendBlob' } });
    await other('PUT', '/into/log?comp=appendblock', { body: 'first, ' });
    const second = await other('PUT', '/into/log?comp=appendblock', from(signed('from/source.txt'), { 'x-ms-source-range': 'bytes=0-3' }));
    expect([second.headers.get('x-ms-blob-append-offset'), await textOf(other, '/into/log')]).toEqual(['7', 'first, what']);
    const elsewhere = { headers: { 'x-ms-blob-condition-appendpos': '3' }, body: 'third' };
    expect(codeOf(await other('PUT', '/into/log?comp=appendblock', elsewhere))).toEqual([412, 'AppendPositionConditionNotMet']);
  });
});

describe('A list of blocks', () => {
  test('takes blocks of the blob as it is, and those that were sent since', async () => {
    const send = (id: string, body: string) => owner('PUT', `/into/blocks?comp=block&blockid=${id}`, { body });
    await send('AAAA', 'one ');
    await send('AAAB', 'two ');
    await owner('PUT', '/into/blocks?comp=blocklist', { body: listOf('AAAA', 'AAAB') });
    await send('AAAB', 'TWO ');
    const list = await textOf(owner, '/into/blocks?comp=blocklist&blocklisttype=all');
    expect(list).toContain('<UncommittedBlocks><Block><Name>AAAB</Name><Size>4</Size></Block></UncommittedBlocks>');
    expect(list).toContain('<CommittedBlocks><Block><Name>AAAA</Name>');
    const body = '<BlockList><Committed>AAAB</Committed><Latest>AAAA</Latest><Latest>AAAB</Latest></BlockList>';
    expect((await owner('PUT', '/into/blocks?comp=blocklist', { body })).status).toBe(201);
    expect(await textOf(owner, '/into/blocks')).toBe('two one TWO ');
  });

  test('does not take blocks that were sent before the blob or its container was made again', async () => {
    await owner('PUT', '/into/late?comp=block&blockid=AAAA', { body: 'old' });
    await owner('PUT', '/into/late', { headers: blockBlob, body: 'new' });
    expect(codeOf(await owner('PUT', '/into/late?comp=blocklist', { body: listOf('AAAA') }))).toEqual([400, 'InvalidBlockList']);
    await owner('PUT', '/brief?restype=container');
    await owner('PUT', '/brief/late?comp=block&blockid=AAAA', { body: 'old' });
    await owner('DELETE', '/brief?restype=container');
    takeEffect(azure);
    await owner('PUT', '/brief?restype=container');
    expect(codeOf(await owner('PUT', '/brief/late?comp=blocklist', { body: listOf('AAAA') }))).toEqual([400, 'InvalidBlockList']);
  });
});

describe('What would have no effect', () => {
  test.each([
    ['PUT', '/into/a', { ...blockBlob, 'x-ms-tags': 'a=b' }],
    ['PUT', '/into/a', { ...blockBlob, 'x-ms-encryption-scope': 'mine' }],
    ['PUT', '/into/a', { ...blockBlob, 'x-ms-content-crc64': 'AAAAAAAAAAA=' }],
    ['PUT', '/into/a', { ...blockBlob, 'x-ms-access-tier': 'Archive' }],
    ['GET', '/from/source.txt?snapshot=2026-01-01T00:00:00.0000000Z', {}],
    ['PUT', '/open?restype=container', { 'x-ms-blob-public-access': 'blob' }],
    ['DELETE', '/from/source.txt?snapshot=2026-01-01T00:00:00.0000000Z', {}],
  ])('is not served: %s %s %o', async (method, path, headers) => {
    const body = method === 'PUT' && !path.includes('restype') ? { body: 'a' } : {};
    expect(codeOf(await owner(method, path, { headers: { ...headers }, ...body }))).toEqual([501, 'NotImplemented']);
    expect(await textOf(owner, '/from/source.txt')).toBe(TEXT);
  });

  test('is served all the same when it only helps to find a request again', async () => {
    const traced = { 'x-ms-client-request-id': 'a', 'x-ms-correlation-request-id': 'b', 'x-ms-command-name': 'c' };
    expect((await owner('GET', '/from/source.txt', { headers: traced })).status).toBe(200);
  });

  test('is not let through either: pages with another MD5, a blob that may only be created, a lease that is none', async () => {
    await owner('PUT', '/into/disk', { headers: { 'x-ms-blob-type': 'PageBlob', 'x-ms-blob-content-length': '512' } });
    const sas = serviceSas(azure, ACCOUNT, 'into', 'cw', soon());
    const anyone = plainCaller(azure, ACCOUNT);
    const page = { 'x-ms-page-write': 'update', 'x-ms-range': 'bytes=0-511', 'content-md5': md5('another') };
    expect(codeOf(await anyone('PUT', `/into/disk?comp=page&${sas}`, { headers: page, body: 'p'.repeat(512) }))).toEqual([
      400,
      'Md5Mismatch',
    ]);
    const create = serviceSas(azure, ACCOUNT, 'into', 'c', soon());
    const written = { headers: blockBlob, body: 'over it' };
    expect(codeOf(await anyone('PUT', `/into/disk?${create}`, written))).toEqual([403, 'AuthorizationPermissionMismatch']);
    expect((await anyone('PUT', `/into/fresh?${create}`, written)).status).toBe(201);
    const leased = { headers: { 'x-ms-lease-id': 'b6f4b0c0-0000-0000-0000-000000000000' } };
    expect(codeOf(await owner('DELETE', '/into/fresh', leased))).toEqual([412, 'LeaseNotPresentWithBlobOperation']);
  });

  test('a date that is past stops a write, and one that is not answers a read with nothing', async () => {
    const long = 'Thu, 01 Jan 2015 00:00:00 GMT';
    const sas = serviceSas(azure, ACCOUNT, 'from', 'rw', soon());
    const anyone = plainCaller(azure, ACCOUNT);
    const write = { headers: { 'if-unmodified-since': long } };
    expect(codeOf(await anyone('PUT', `/from/source.txt?comp=metadata&${sas}`, write))).toEqual([412, 'ConditionNotMet']);
    const { headers } = await anyone('HEAD', `/from/source.txt?${sas}`);
    const again = { headers: { 'if-modified-since': headers.get('last-modified') ?? '' } };
    expect((await anyone('GET', `/from/source.txt?${sas}`, again)).status).toBe(304);
    const shown = await anyone('GET', `/from/source.txt?${serviceSas(azure, ACCOUNT, 'from', 'r', soon())}`);
    expect(shown.status).toBe(200);
  });
});

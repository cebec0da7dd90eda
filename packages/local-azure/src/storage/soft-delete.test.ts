import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { startLocalAzure, type LocalAzure } from '../start';
import { callerFor } from '../testing/arm-caller';
import { type BlobCaller, codeOf, sharedKeyCaller } from '../testing/shared-key-caller';

const ACCOUNT = 'contosostaging';
const SERVICE = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/${ACCOUNT}/blobServices/default`;
const DAY = 86_400_000;

let azure: LocalAzure;
let owner: BlobCaller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  owner = sharedKeyCaller(azure, ACCOUNT);
});
afterAll(() => azure.stop());

const setService = async (properties: Record<string, unknown>) =>
  (await callerFor(azure, 'adele', '2023-05-01'))('PUT', SERVICE, { properties });
const write = (path: string, body = 'hello') => owner('PUT', path, { headers: { 'x-ms-blob-type': 'BlockBlob' }, body });
const list = async (container: string, include = 'deleted,versions,snapshots') =>
  (await owner('GET', `/${container}?restype=container&comp=list${include && `&include=${include}`}`)).text();
const fresh = (name: string) => owner('PUT', `/${name}?restype=container`);

describe('An account as the portal makes it', () => {
  test('says that it keeps deleted blobs and containers for seven days', async () => {
    const adele = await callerFor(azure, 'adele', '2023-05-01');
    expect((await adele('GET', SERVICE)).body).toMatchObject({
      properties: { deleteRetentionPolicy: { enabled: true, days: 7 }, containerDeleteRetentionPolicy: { enabled: true, days: 7 } },
    });
    expect((await setService({ deleteRetentionPolicy: { enabled: true, days: 366 } })).status).toBe(400);
    expect((await setService({ restorePolicy: { enabled: true, days: 3 } })).status).toBe(501);
  });

  test('lists a deleted blob to anyone who asks for it, brings it back, and lets it go in the end', async () => {
    await fresh('kept');
    await write('/kept/note');
    expect((await owner('DELETE', '/kept/note')).headers.get('x-ms-delete-type-permanent')).toBe('false');
    expect(codeOf(await owner('GET', '/kept/note'))).toEqual([404, 'BlobNotFound']);
    expect(await list('kept', '')).not.toContain('<Name>');
    azure.advance(60_000);
    expect(await list('kept')).toMatch(/<Name>note<\/Name><Deleted>true<\/Deleted>.*<RemainingRetentionDays>6<\/RemainingRetentionDays>/);
    expect((await owner('PUT', '/kept/note?comp=undelete')).status).toBe(200);
    expect(await (await owner('GET', '/kept/note')).text()).toBe('hello');
    await owner('DELETE', '/kept/note');
    azure.advance(7 * DAY);
    expect(await list('kept')).not.toContain('<Name>');
    expect(codeOf(await owner('PUT', '/kept/note?comp=undelete'))).toEqual([404, 'BlobNotFound']);
  });

  test('keeps what is overwritten as a deleted snapshot', async () => {
    await fresh('overwritten');
    await write('/overwritten/note', 'first');
    await write('/overwritten/note', 'second');
    const listed = await list('overwritten');
    expect(listed.match(/<Name>note/g)).toHaveLength(2);
    expect(listed).toMatch(/<Snapshot>[^<]+<\/Snapshot><Deleted>true/);
  });

  test('brings a deleted container back with everything in it', async () => {
    await fresh('whole');
    await write('/whole/note');
    await write('/whole/other');
    await owner('DELETE', '/whole/other');
    await owner('DELETE', '/whole?restype=container');
    expect(await (await owner('GET', '/?comp=list&prefix=whole')).text()).not.toContain('<Name>');
    const listed = await (await owner('GET', '/?comp=list&prefix=whole&include=deleted')).text();
    const version = /<Name>whole<\/Name><Deleted>true<\/Deleted><Version>([^<]+)/.exec(listed)?.[1] ?? '';
    const headers = { 'x-ms-deleted-container-name': 'whole', 'x-ms-deleted-container-version': version };
    expect((await owner('PUT', '/whole?restype=container&comp=undelete', { headers })).status).toBe(201);
    expect(await (await owner('GET', '/whole/note')).text()).toBe('hello');
    expect(await list('whole')).toMatch(/<Name>other<\/Name><Deleted>true/);
  });
});

describe('An account', () => {
  test('with versions keeps what is overwritten or deleted as a version, without an end', async () => {
    await setService({ isVersioningEnabled: true });
    await fresh('versions');
    await write('/versions/note', 'first');
    await write('/versions/note', 'second');
    expect(await list('versions')).toMatch(/<VersionId>[^<]+<\/VersionId><IsCurrentVersion>true/);
    await owner('DELETE', '/versions/note');
    azure.advance(30 * DAY);
    const listed = await list('versions');
    expect(listed.match(/<VersionId>/g)).toHaveLength(2);
    expect(listed).not.toContain('<Deleted>');
    expect(await list('versions', 'deleted')).not.toContain('<Name>');
    await setService({ isVersioningEnabled: false });
  });

  test('that keeps nothing deletes for good', async () => {
    await setService({ deleteRetentionPolicy: { enabled: false }, containerDeleteRetentionPolicy: { enabled: false } });
    await fresh('gone');
    await write('/gone/note');
    expect((await owner('DELETE', '/gone/note')).headers.get('x-ms-delete-type-permanent')).toBe('true');
    expect(await list('gone')).not.toContain('<Name>');
    await owner('DELETE', '/gone?restype=container');
    expect(await (await owner('GET', '/?comp=list&include=deleted&prefix=gone')).text()).not.toContain('<Name>');
  });

  test('deletes a blob with snapshots only where the caller says what becomes of these', async () => {
    await fresh('snapshots');
    await write('/snapshots/note');
    const snapshot = await owner('PUT', '/snapshots/note?comp=snapshot');
    expect([snapshot.status, snapshot.headers.get('x-ms-snapshot')]).toEqual([201, expect.stringMatching(/^\d{4}-.*Z$/)]);
    expect(codeOf(await owner('DELETE', '/snapshots/note'))).toEqual([409, 'SnapshotsPresent']);
    const withThem = { headers: { 'x-ms-delete-snapshots': 'include' } };
    expect((await owner('DELETE', '/snapshots/note', withThem)).status).toBe(202);
    expect(await list('snapshots')).not.toContain('<Name>');
  });
});

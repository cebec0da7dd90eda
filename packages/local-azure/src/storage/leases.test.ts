import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../start';
import { type BlobCaller, codeOf, sharedKeyCaller } from '../testing/shared-key-caller';
import { blobUrl } from '../world/storage/blobs';
import { holdVhds } from '../world/compute/vhd-holders';

const ACCOUNT = 'contosostaging';
const MINE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const SECOND = 1000;

let azure: LocalAzure;
let owner: BlobCaller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  owner = sharedKeyCaller(azure, ACCOUNT);
  await owner('PUT', '/leased?restype=container');
});
afterAll(() => azure.stop());

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await owner('PUT', '/leased/text?comp=lease', { headers: { 'x-ms-lease-action': 'break', 'x-ms-lease-break-period': '0' } });
  await owner('PUT', '/leased/text', { headers: { 'x-ms-blob-type': 'BlockBlob' }, body: 'first' });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const lease = (action: string, headers: Record<string, string> = {}, path = '/leased/text?comp=lease') =>
  owner('PUT', path, { headers: { 'x-ms-lease-action': action, ...headers } });
const acquire = (seconds: number, id = MINE) => lease('acquire', { 'x-ms-lease-duration': String(seconds), 'x-ms-proposed-lease-id': id });
const write = (id?: string) =>
  owner('PUT', '/leased/text', {
    headers: { 'x-ms-blob-type': 'BlockBlob', ...(id !== undefined && { 'x-ms-lease-id': id }) },
    body: 'next',
  });

async function stateNow(): Promise<(string | null)[]> {
  const { headers } = await owner('HEAD', '/leased/text');
  return ['status', 'state', 'duration'].map((name) => headers.get(`x-ms-lease-${name}`));
}

describe('A lease on a blob', () => {
  test('keeps everybody else from changing it, until its time is over', async () => {
    const given = await acquire(15);
    expect([given.status, given.headers.get('x-ms-lease-id')]).toEqual([201, MINE]);
    expect(await stateNow()).toEqual(['locked', 'leased', 'fixed']);
    expect(codeOf(await write())).toEqual([412, 'LeaseIdMissing']);
    expect(codeOf(await write(OTHER))).toEqual([412, 'LeaseIdMismatchWithBlobOperation']);
    expect(codeOf(await owner('DELETE', '/leased/text'))).toEqual([412, 'LeaseIdMissing']);
    expect((await write(MINE)).status).toBe(201);
    expect(codeOf(await acquire(15, OTHER))).toEqual([409, 'LeaseAlreadyPresent']);
    pass(16 * SECOND);
    expect(await stateNow()).toEqual(['unlocked', 'expired', null]);
    expect(codeOf(await write(MINE))).toEqual([412, 'LeaseLost']);
    expect((await lease('renew', { 'x-ms-lease-id': MINE })).status).toBe(200);
    pass(14 * SECOND);
    expect(await stateNow()).toEqual(['locked', 'leased', 'fixed']);
    pass(2 * SECOND);
    expect((await write()).status).toBe(201);
    expect(codeOf(await lease('renew', { 'x-ms-lease-id': MINE }))).toEqual([409, 'LeaseNotPresentWithLeaseOperation']);
  });

  test('goes from one to another by its id, and is given back', async () => {
    await acquire(-1);
    expect(await stateNow()).toEqual(['locked', 'leased', 'infinite']);
    const changed = await lease('change', { 'x-ms-lease-id': MINE, 'x-ms-proposed-lease-id': OTHER });
    expect([changed.status, changed.headers.get('x-ms-lease-id')]).toEqual([200, OTHER]);
    expect(codeOf(await lease('release', { 'x-ms-lease-id': MINE }))).toEqual([409, 'LeaseIdMismatchWithLeaseOperation']);
    expect((await lease('release', { 'x-ms-lease-id': OTHER })).status).toBe(200);
    expect(await stateNow()).toEqual(['unlocked', 'available', null]);
    expect(codeOf(await write(OTHER))).toEqual([412, 'LeaseNotPresentWithBlobOperation']);
  });

  test('can be broken by anyone who may write, for a time that is left or at once', async () => {
    await acquire(60);
    const broken = await lease('break', { 'x-ms-lease-break-period': '20' });
    expect([broken.status, broken.headers.get('x-ms-lease-time')]).toEqual([202, '20']);
    expect(await stateNow()).toEqual(['locked', 'breaking', null]);
    expect(codeOf(await write())).toEqual([412, 'LeaseIdMissing']);
    expect(codeOf(await acquire(60))).toEqual([409, 'LeaseIsBreakingAndCannotBeAcquired']);
    expect(codeOf(await lease('renew', { 'x-ms-lease-id': MINE }))).toEqual([409, 'LeaseIsBrokenAndCannotBeRenewed']);
    pass(21 * SECOND);
    expect(await stateNow()).toEqual(['unlocked', 'broken', null]);
    expect((await acquire(60, OTHER)).status).toBe(201);
  });

  test('lasts from 15 to 60 seconds, or for ever', async () => {
    expect(codeOf(await acquire(5))).toEqual([400, 'InvalidHeaderValue']);
    expect(codeOf(await lease('acquire'))).toEqual([400, 'InvalidHeaderValue']);
    expect(codeOf(await lease('acquire', { 'x-ms-lease-duration': '15', 'x-ms-proposed-lease-id': 'mine' }))).toEqual([
      400,
      'InvalidHeaderValue',
    ]);
  });

  test('is gone with its blob', async () => {
    await acquire(-1);
    expect((await owner('DELETE', '/leased/text', { headers: { 'x-ms-lease-id': MINE } })).status).toBe(202);
    expect((await write()).status).toBe(201);
    expect(await stateNow()).toEqual(['unlocked', 'available', null]);
  });
});

describe('A container', () => {
  const ofContainer = '/kept?restype=container&comp=lease';

  test('that is leased is not deleted by anybody else, and takes blobs', async () => {
    await owner('PUT', '/kept?restype=container');
    await lease('acquire', { 'x-ms-lease-duration': '-1', 'x-ms-proposed-lease-id': MINE }, ofContainer);
    expect(codeOf(await owner('DELETE', '/kept?restype=container'))).toEqual([412, 'LeaseIdMissing']);
    expect((await owner('PUT', '/kept/text', { headers: { 'x-ms-blob-type': 'BlockBlob' }, body: 'a' })).status).toBe(201);
    expect(await (await owner('GET', '/?comp=list&prefix=kept')).text()).toContain('<LeaseDuration>infinite</LeaseDuration>');
    expect((await owner('DELETE', '/kept?restype=container', { headers: { 'x-ms-lease-id': MINE } })).status).toBe(202);
  });

  test('in which a machine has its VHD stays, and nobody takes the lease of the machine', async () => {
    await owner('PUT', '/vhds?restype=container');
    await owner('PUT', '/vhds/os.vhd', { headers: { 'x-ms-blob-type': 'PageBlob', 'x-ms-blob-content-length': '512' } });
    holdVhds(azure.world, '/vm1', [blobUrl(azure.world, { account: ACCOUNT, container: 'vhds', name: 'os.vhd' })]);
    expect(codeOf(await owner('DELETE', '/vhds?restype=container'))).toEqual([412, 'LeaseIdMissing']);
    const path = '/vhds/os.vhd?comp=lease';
    expect(codeOf(await lease('acquire', { 'x-ms-lease-duration': '15' }, path))).toEqual([409, 'LeaseAlreadyPresent']);
    expect(codeOf(await lease('release', { 'x-ms-lease-id': MINE }, path))).toEqual([409, 'LeaseIdMismatchWithLeaseOperation']);
    expect(codeOf(await lease('break', {}, path))).toEqual([501, 'NotImplemented']);
  });
});

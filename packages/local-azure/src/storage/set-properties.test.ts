import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../start';
import { type BlobCaller, codeOf, sharedKeyCaller } from '../testing/shared-key-caller';

let azure: LocalAzure;
let owner: BlobCaller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  owner = sharedKeyCaller(azure, 'contosostaging');
  await owner('PUT', '/props?restype=container');
});
afterAll(() => azure.stop());

const set = (name: string, headers: Record<string, string>) => owner('PUT', `/props/${name}?comp=properties`, { headers });

describe('The properties of a blob', () => {
  test('are set together: what is not named is gone, and the metadata stay', async () => {
    const before = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-blob-cache-control': 'no-store', 'x-ms-meta-kind': 'text' };
    const put = await owner('PUT', '/props/text', { headers: before, body: 'hello' });
    const changed = await set('text', { 'x-ms-blob-content-type': 'text/plain', 'x-ms-blob-content-language': 'de' });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(put.headers.get('etag'));
    const { headers } = await owner('HEAD', '/props/text');
    const shown = ['content-type', 'content-language', 'cache-control', 'content-md5', 'x-ms-meta-kind'].map((name) => headers.get(name));
    expect(shown).toEqual(['text/plain', 'de', null, null, 'text']);
    expect(headers.get('etag')).toBe(changed.headers.get('etag'));
  });

  test('of pages are their size, too: what was beyond the end is zeros when it is there again', async () => {
    const sized = { 'x-ms-blob-type': 'PageBlob', 'x-ms-blob-content-length': '1024', 'x-ms-blob-content-type': 'text/plain' };
    await owner('PUT', '/props/disk', { headers: sized });
    await owner('PUT', '/props/disk?comp=page', {
      headers: { 'x-ms-page-write': 'update', 'x-ms-range': 'bytes=512-1023' },
      body: new Uint8Array(512).fill(7),
    });
    expect((await set('disk', { 'x-ms-blob-content-length': '512' })).status).toBe(200);
    expect((await owner('HEAD', '/props/disk')).headers.get('content-length')).toBe('512');
    expect((await set('disk', { 'x-ms-blob-content-length': '2048' })).status).toBe(200);
    const whole = new Uint8Array(await (await owner('GET', '/props/disk')).arrayBuffer());
    expect([whole.length, whole.some((byte) => byte !== 0)]).toEqual([2048, false]);
    expect((await owner('HEAD', '/props/disk')).headers.get('content-type')).toBe('text/plain');
    expect(codeOf(await set('disk', { 'x-ms-blob-content-length': '1000' }))).toEqual([400, 'InvalidHeaderValue']);
    expect(codeOf(await set('text', { 'x-ms-blob-content-length': '512' }))).toEqual([409, 'InvalidBlobType']);
  });

  test('of pages count, where the request says so', async () => {
    const numberAfter = async (action: string, number?: string) => {
      const given = number === undefined ? {} : { 'x-ms-blob-sequence-number': number };
      const answer = await set('disk', { 'x-ms-sequence-number-action': action, ...given });
      return answer.headers.get('x-ms-blob-sequence-number');
    };
    expect(await numberAfter('update', '7')).toBe('7');
    expect(await numberAfter('max', '3')).toBe('7');
    expect(await numberAfter('increment')).toBe('8');
    expect(codeOf(await set('disk', { 'x-ms-sequence-number-action': 'update' }))).toEqual([400, 'InvalidHeaderValue']);
  });
});

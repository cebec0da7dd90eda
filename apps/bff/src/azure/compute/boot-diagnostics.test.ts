import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { readScreen } from './boot-diagnostics';

const MACHINE = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm';
const SIGNED = 'https://bd0123456789.blob.core.windows.net/bootdiagnostics/vm.screenshot.bmp?sv=2018-03-28&sig=of-the-test';
const MOST = 100;

/** What is made of a picture, and whether anybody's token left with the request for it. */
async function screenOf(answer: { address?: string | null; status?: number; body?: Buffer }) {
  const { address = SIGNED, status = 200, body = Buffer.from('BM') } = answer;
  const authorized: boolean[] = [];
  await using azure = await startTestAzure(({ path, headers }) => {
    if (path.includes('/retrieveBootDiagnosticsData')) return { status, body: { consoleScreenshotBlobUri: address } };
    authorized.push(headers['authorization'] !== undefined);
    return { headers: { 'content-type': 'application/octet-stream' }, body };
  });
  const session = await azure.session('adele');
  return { screen: await readScreen(session, MACHINE, MOST), authorized };
}

const BITMAP = Buffer.from('424d00ff80c3a9f09ffe0d0a', 'hex');

it('is byte for byte what Azure has, whatever the bytes are, and is asked for without a token', async () => {
  const { screen, authorized } = await screenOf({ body: BITMAP });
  expect(screen).toEqual({ state: 'there', type: 'image/bmp', bytes: BITMAP });
  expect(authorized).toEqual([false]);
});

it.each([
  ['png', '89504e470d0a1a0a00', 'image/png'],
  ['jpeg', 'ffd8ffe000', 'image/jpeg'],
])('is a %s by its first bytes, whatever its address says', async (_, bytes, type) => {
  expect((await screenOf({ body: Buffer.from(bytes, 'hex') })).screen).toMatchObject({ state: 'there', type });
});

it.each([
  ['no picture', { body: Buffer.from('<html>') }, 'no-picture'],
  ['longer than is kept', { body: Buffer.concat([BITMAP, Buffer.alloc(MOST)]) }, 'too-large'],
  ['not there', { address: null }, 'none'],
  ['not taken, since boot diagnostics is off', { status: 409 }, 'none'],
  ['not to be asked for', { status: 403 }, 'unseen'],
  ['at an address that is not of the cloud’s blobs', { address: 'https://pictures.example/vm.bmp' }, 'out-of-reach'],
])('that is %s is not kept', async (_, answer, state) => {
  const { screen, authorized } = await screenOf(answer);
  expect(screen).toEqual({ state });
  if (state !== 'no-picture' && state !== 'too-large') expect(authorized).toEqual([]);
});

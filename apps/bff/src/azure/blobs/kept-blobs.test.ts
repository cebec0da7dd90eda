import { afterEach, expect, it } from 'vitest';
import type { Received, Reply } from '../../testing/loopback-server';
import { startTestAzure, type TestAzure } from '../../testing/open-session';
import { listKept, type KeptBlob, type Untold } from './kept-blobs';

let azure: TestAzure | undefined;
afterEach(() => azure?.[Symbol.asyncDispose]());

async function kept(reply: (request: Received) => Reply): Promise<KeptBlob[] | Untold> {
  azure = await startTestAzure(reply);
  return listKept(await azure.session('ada'), 'contosostaging', 'container');
}

it.each([
  ['does not let the user look', 403, 'forbidden'],
  ['does not list what it keeps', 400, 'untold'],
  ['fails', 500, 'untold'],
  ['is busy', 503, 'untold'],
])('of an account that %s nobody knows what it keeps', async (_, status, told) => {
  expect(await kept(() => ({ status }))).toBe(told);
});

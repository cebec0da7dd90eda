import { randomUUID } from 'node:crypto';
import { problem } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { IGNITE, OPERATIONS } from './testing/contoso-places';
import { thatFallSilent } from './testing/memory/silent';
import { memoryStores } from './testing/memory/stores';
import { startContoso, type Contoso } from './testing/start-contoso';

let contoso: Contoso;

beforeAll(async () => {
  contoso = await startContoso();
});

afterAll(() => contoso[Symbol.asyncDispose]());

const ready = async () => (await contoso.server.call('/api/ready')).status;
const codeOf = async (response: Response) => problem.parse(await response.json()).code;

const demandStepUp = (context?: string) =>
  fetch(`${contoso.azure.url}/control/step-up`, {
    method: 'POST',
    body: JSON.stringify({ audience: 'https://management.azure.com', context }),
  });

it('a server that is told to end answers what it was asked before, and takes nothing new', async () => {
  const leaving = await contoso.startAnother();
  expect((await contoso.as('adele', `${IGNITE}/policies`, {}, leaving)).status).toBe(200);
  contoso.azure.faults.arm({ operation: 'GET .*(backupJobs|backupPolicies)$', kind: 'slow', seconds: 0.5, times: 3 });
  const asked = [`${OPERATIONS}/jobs`, `${IGNITE}/jobs`, `${OPERATIONS}/policies`].map((path) => contoso.as('adele', path, {}, leaving));
  await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
  const ending = leaving.running.stop();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  await ending;
  await expect(leaving.call('/api/health')).rejects.toThrow('fetch failed');
  contoso.azure.faults.clear();
});

it('a server whose store has fallen silent ends without waiting for it', async () => {
  const kept = thatFallSilent(memoryStores());
  const leaving = await contoso.startAnother({}, { stores: kept.stores, stopPace: { quietMs: 0, longestMs: 0, endedMs: 0 } });
  const stop = { method: 'POST', body: JSON.stringify({ data: 'retain' }) };
  for (let times = 0; times < 2; times += 1)
    expect((await contoso.as('megan', `${OPERATIONS}/items/OperationsRG/AppVM1/stop`, stop, leaving)).status).toBe(403);
  kept.silent = true;
  await leaving.running.stop();
  expect(leaving.log()).not.toContain('the record of a command lacks its end');
});

it('a server that cannot start closes its stores, which would hold its process', async () => {
  const close = vi.fn<() => void>();
  const stores = { ...memoryStores(), close };
  await expect(contoso.startAnother({ evidenceKey: 'nowhere.pem' }, { stores })).rejects.toThrow('nowhere.pem');
  expect(close).toHaveBeenCalledOnce();
});

it('a server that could not answer for a second is not ready, and is again', async () => {
  await expect.poll(ready).toBe(200);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_200);
  expect(await ready()).toBe(503);
  await expect.poll(ready).toBe(200);
  expect((await contoso.server.call('/api/health')).status).toBe(200);
});

it.each([
  ['breaks off in the middle', 'truncated', 'adele'],
  ['is a failure without end', '503', 'patti'],
] as const)('nothing is made up from an answer of Azure that %s', async (_what, kind, person) => {
  contoso.azure.faults.arm({ operation: 'GET .*backupPolicies', kind, seconds: 0 });
  const response = await contoso.as(person, `${OPERATIONS}/policies`);
  expect(await codeOf(response)).toBe('backup-region-silent');
  contoso.azure.faults.clear();
  expect((await contoso.as(person, `${OPERATIONS}/policies`)).status).toBe(200);
});

it('an answer of Azure that nobody can read is not given again', async () => {
  contoso.azure.faults.arm({ operation: 'GET .*backupPolicies', kind: 'html', times: 1 });
  const path = `${OPERATIONS}/policies`;
  expect(await codeOf(await contoso.as('alex', path))).toBe('azure-answer-unreadable');
  expect((await contoso.as('alex', path)).status).toBe(200);
});

it('Azure’s request for another step of sign-in reaches the page as a challenge, and only while it lasts', async () => {
  await demandStepUp('c1');
  const server = await contoso.startAnother();
  const response = await contoso.as('adele', '/api/subscriptions', {}, server);
  expect(response.status).toBe(401);
  const challenge = /claims="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1] ?? '';
  expect(JSON.parse(atob(challenge))).toEqual({ access_token: { acrs: { essential: true, value: 'c1' } } });
  expect(await codeOf(response)).toBe('step-up-required');
  const intent = `${OPERATIONS}/items/OperationsRG/AppVM1/backups/${randomUUID()}`;
  const command = () => contoso.as('adele', intent, { method: 'PUT', body: '{"retainUntil":null}' }, server);
  expect(await codeOf(await command())).toBe('step-up-required');
  await demandStepUp();
  expect(await (await command()).json()).toMatchObject({ state: 'started' });
  await server.running.stop();
});

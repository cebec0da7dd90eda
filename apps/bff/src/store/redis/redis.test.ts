import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { job, problem, protectionBatch, subscription } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { IGNITE, vmId } from '../../testing/contoso-places';
import { hasRedis, startRedis, type RedisServer } from '../../testing/redis-server';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';

const DBVM = vmId('dbvm1', 'DBVM1Restore');

const overOneRedis = () => {
  let redis: RedisServer;
  let contoso: Contoso;
  let servers: TestServer[];

  beforeEach(async () => {
    redis = await startRedis();
    contoso = await startContoso();
    servers = [await contoso.startAnother(undefined, redis.url), await contoso.startAnother(undefined, redis.url)];
  });

  afterEach(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
    await contoso[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });

  const enable = (server: TestServer | undefined, batchId = randomUUID()) =>
    contoso.as(
      'adele',
      `${IGNITE}/protection/${batchId}`,
      { method: 'PUT', body: JSON.stringify({ edition: '2017-01', policyName: 'DefaultPolicy', vmIds: [DBVM] }) },
      server,
    );

  async function outcomes(batchIds: string[]): Promise<string[]> {
    return vi.waitFor(
      async () => {
        contoso.azure.advance(6_000);
        const batches = await Promise.all(
          batchIds.map(async (id) =>
            protectionBatch.parse(await (await contoso.as('adele', `${IGNITE}/protection/${id}`, {}, servers[0])).json()),
          ),
        );
        expect(batches.every(({ finished }) => finished)).toBe(true);
        return batches.flatMap(({ results }) => results.map(({ state }) => state)).toSorted();
      },
      { timeout: 20_000 },
    );
  }

  async function configured(): Promise<string[]> {
    const jobs = z.array(job).parse(await (await contoso.as('adele', `${IGNITE}/jobs`)).json());
    return jobs.filter(({ operation }) => operation === 'ConfigureBackup').map(({ workload }) => workload);
  }

  it('enable a machine once when both are told the same', async () => {
    const batchId = randomUUID();
    const answers = await Promise.all(servers.map((server) => enable(server, batchId)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await outcomes([batchId])).toEqual(['protected']);
    expect(await configured()).toEqual(['DBVM1Restore']);
  });

  it('enable a machine once when it is in a batch of each', async () => {
    const batchIds = [randomUUID(), randomUUID()];
    await Promise.all(servers.map((server, at) => enable(server, batchIds[at])));
    // The later one meets the machine on its way or as it has been protected, just as was asked of it.
    expect(await outcomes(batchIds)).toEqual(['protected', expect.stringMatching(/^(?:protected|refused)$/)]);
    expect(await configured()).toEqual(['DBVM1Restore']);
  });

  it('finish what one began that ended', async () => {
    const batchId = randomUUID();
    await enable(servers[1], batchId);
    await servers.pop()?.[Symbol.asyncDispose]();
    expect(await outcomes([batchId])).toEqual(['protected']);
    expect(await configured()).toEqual(['DBVM1Restore']);
  });

  it('share the tokens of a person, sealed', async () => {
    for (const server of servers) expect((await contoso.as('adele', '/api/subscriptions', {}, server)).status).toBe(200);
    const client = await createClient({ url: redis.url }).connect();
    const keys = await client.keys('tresor:token:*');
    expect(keys).toHaveLength(1);
    expect(await client.get(keys[0] ?? '')).not.toContain('eyJ');
    client.destroy();
  });

  it('read on while Redis is away, and refuse orders', async () => {
    await redis[Symbol.asyncDispose]();
    const read = await contoso.as('adele', '/api/subscriptions', {}, servers[0]);
    expect(z.array(subscription).parse(await read.json())).toHaveLength(2);
    const refused = await enable(servers[0]);
    expect(problem.parse(await refused.json())).toMatchObject({ code: 'store-unavailable', status: 503 });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await configured()).toEqual([]);
  });

  it('refuse orders once Redis has been emptied, for what is not found may have been carried out', async () => {
    await enable(servers[0]);
    const client = await createClient({ url: redis.url }).connect();
    await client.flushAll();
    client.destroy();
    expect(problem.parse(await (await enable(servers[0])).json()).code).toBe('store-unavailable');
  });
};

if (hasRedis) describe('two servers over one Redis', overOneRedis);
else it('servers over one Redis are left out here: there is no redis-server on the PATH', () => expect(hasRedis).toBe(false));

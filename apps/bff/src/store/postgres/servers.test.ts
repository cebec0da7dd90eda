import { randomUUID } from 'node:crypto';
import { job, problem, protectionBatch, listedSubscription } from '@tresor/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { IGNITE, vmId } from '../../testing/contoso-places';
import { DatabaseProxy } from '../../testing/postgres-proxy';
import { hasPostgres, PostgresServer } from '../../testing/postgres-server';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';

const DBVM = vmId('dbvm1', 'DBVM1Restore');

const overOneDatabase = () => {
  let postgres: PostgresServer;
  let proxy: DatabaseProxy;
  let contoso: Contoso;
  let url: string;
  let servers: TestServer[];

  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres[Symbol.asyncDispose]());

  beforeEach(async () => {
    proxy = await DatabaseProxy.start(postgres.port);
    url = await postgres.newDatabase(proxy.port);
    contoso = await startContoso();
    servers = [await contoso.startAnother({ databaseUrl: url }), await contoso.startAnother({ databaseUrl: url })];
  });

  afterEach(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
    await contoso[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
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

  it('read on while the database is away, say that they are not ready, and refuse orders', async () => {
    proxy.isShut = true;
    proxy.cut();
    const read = await contoso.as('adele', '/api/subscriptions', {}, servers[0]);
    expect(z.array(listedSubscription).parse(await read.json())).toHaveLength(2);
    expect((await servers[0]?.call('/api/ready'))?.status).toBe(503);
    const refused = await enable(servers[0]);
    expect(problem.parse(await refused.json())).toMatchObject({ code: 'store-unavailable', status: 503 });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await configured()).toEqual([]);
  });

  it('refuse orders where an empty database is in place of theirs, for what is not found may have been carried out', async () => {
    const batchId = randomUUID();
    await enable(servers[0], batchId);
    await outcomes([batchId]);
    const empty = await PostgresServer.start();
    await empty.query('postgres', `create database ${new URL(url).pathname.slice(1)}`);
    proxy.target = empty.port;
    proxy.cut();
    for (const server of servers) {
      const refusal = async () => problem.parse(await (await enable(server, batchId)).json()).code;
      await expect.poll(refusal).toBe('store-replaced');
    }
    expect(await configured()).toEqual(['DBVM1Restore']);
    await empty[Symbol.asyncDispose]();
  });

  it('read on, say that they are not ready, and refuse orders where a newer version has brought the database forward', async () => {
    const database = new URL(url).pathname.slice(1);
    await expect.poll(async () => (await servers[0]?.call('/api/ready'))?.status).toBe(200);
    await postgres.query(database, `insert into kysely_migration values ('9999-next', '2026-12-01T00:00:00.000Z')`);
    proxy.cut();
    const refusal = async () => problem.parse(await (await enable(servers[0])).json());
    await expect.poll(refusal).toMatchObject({ code: 'store-other-version', status: 503 });
    expect((await servers[0]?.call('/api/ready'))?.status).toBe(503);
    const read = await contoso.as('adele', '/api/subscriptions', {}, servers[0]);
    expect(z.array(listedSubscription).parse(await read.json())).toHaveLength(2);
    expect(await configured()).toEqual([]);
    await postgres.query(database, `delete from kysely_migration where name = '9999-next'`);
    const batchId = randomUUID();
    expect((await enable(servers[0], batchId)).status).toBe(202);
    expect(await outcomes([batchId])).toEqual(['protected']);
  });

  it('count what one user asks for each by itself', async () => {
    const limited = await contoso.startAnother({ databaseUrl: url, requestsPerMinute: 2 });
    servers.push(limited);
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await contoso.as('adele', '/api/subscriptions', {}, limited)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await contoso.as('adele', '/api/subscriptions', {}, servers[0])).status).toBe(200);
  });
};

if (hasPostgres) describe('two servers over one PostgreSQL', overOneDatabase);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);

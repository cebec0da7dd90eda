import { Agent, createServer, request } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort } from '../testing/free-port';
import { Drain } from './drain';

const CLIENTS = 32;
const HOUR = 3_600_000;

let drain: Drain;
let url: string;
let isLeaving: boolean;
let agent: Agent;

beforeEach(async () => {
  isLeaving = false;
  agent = new Agent({ keepAlive: true });
  const server = createServer((req, res) => {
    res.statusCode = req.url === '/ready' && isLeaving ? 503 : 200;
    setImmediate(() => res.end('served'));
  });
  drain = new Drain(server);
  const port = await freePort();
  await once(server.listen(port, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${port}`;
});

afterEach(() => agent.destroy());

const ask = (path: string) =>
  new Promise<number>((resolve, reject) => {
    request(`${url}${path}`, { agent }, (res) => {
      res.resume();
      res.once('end', () => resolve(res.statusCode ?? 0));
      res.once('error', reject);
    })
      .once('error', reject)
      .end();
  });

/** A balancer looks now and then whether the server is ready, and its clients ask as long as it seems to be. */
async function underLoad(leave: () => Promise<void>): Promise<{ answered: number; lost: number }> {
  const counts = { answered: 0, lost: 0 };
  const seen = { isReady: true };
  const look = async () => {
    while (seen.isReady) {
      seen.isReady = (await ask('/ready').catch(() => 503)) === 200;
    }
  };
  const client = async () => {
    while (seen.isReady) {
      const status = await ask('/api').catch(() => 0);
      if (status === 200) counts.answered += 1;
      else counts.lost += 1;
    }
  };
  const clients = [look(), ...Array.from({ length: CLIENTS }, client)];
  await expect.poll(() => counts.answered).toBeGreaterThan(CLIENTS);
  await leave();
  await Promise.all(clients);
  return counts;
}

it('a server that ends under load loses no request: it is not ready, serves on until nobody asks, and then closes', async () => {
  const { answered, lost } = await underLoad(async () => {
    isLeaving = true;
    await drain.untilQuiet({ quietMs: 300, longestMs: 10_000 });
    await drain.close(5_000);
  });
  expect(lost).toBe(0);
  expect(answered).toBeGreaterThan(CLIENTS);
  await expect(ask('/api')).rejects.toThrow('ECONNREFUSED');
});

it('a server that nobody asks ends at once', async () => {
  await ask('/api');
  await drain.untilQuiet({ quietMs: 1, longestMs: HOUR });
  await drain.close(HOUR);
});

it('anyone who goes on asking holds up its end no longer than told', async () => {
  const server = { isOver: false };
  const asking = (async () => {
    while (!server.isOver) await ask('/api').catch(() => undefined);
  })();
  await drain.untilQuiet({ quietMs: HOUR, longestMs: 500 });
  await drain.close(1_000);
  server.isOver = true;
  await asking;
});

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { correlate, createLogger, requestLog } from './logging';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-log-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Reads what is there now. */
function readNow(fd: number): string {
  const buffer = Buffer.alloc(64 * 1024);
  try {
    return buffer.toString('utf8', 0, readSync(fd, buffer));
  } catch {
    return '';
  }
}

it('a log that nobody reads holds up nothing, and says later how many lines it lacks', async () => {
  const pipe = join(folder, 'log');
  execFileSync('mkfifo', [pipe]);
  const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const logger = createLogger('info', fd);
  for (let line = 0; line < 3_000; line += 1) logger.info({ line, filling: 'x'.repeat(1_000) }, 'a line');
  let log = '';
  await vi.waitFor(
    () => {
      log += readNow(fd);
      expect(log).toContain('"msg":"lines are missing here"');
    },
    { timeout: 10_000, interval: 1 },
  );
  const written = log.match(/"msg":"a line"/g)?.length ?? 0;
  const dropped = Number(/"dropped":(\d+)/.exec(log)?.[1]);
  expect(dropped).toBeGreaterThan(0);
  expect(written + dropped).toBe(3_000);
  closeSync(fd);
});

it.skipIf(process.platform !== 'linux')('a full disk does not end the server', async () => {
  const fd = openSync('/dev/full', 'w');
  const logger = createLogger('info', fd);
  for (let line = 0; line < 100; line += 1) logger.info({ line }, 'a line');
  await new Promise((resolve) => logger.flush(resolve));
  closeSync(fd);
});

const line = z.looseObject({
  level: z.number(),
  req: z.object({ id: z.string(), path: z.string() }),
  res: z.object({ status: z.number() }),
  responseTime: z.number(),
  msg: z.string(),
});

it('of a request it is said how it ended and how long it took, never what was asked for nor by whom', async () => {
  const lines: z.infer<typeof line>[] = [];
  const logger = pino({ level: 'debug' }, { write: (text) => void lines.push(line.parse(JSON.parse(text))) });
  const app = express()
    .use(correlate, requestLog(logger))
    .get('/served', (_req, res) => void res.end('served'))
    .get('/refused', (_req, res) => void res.status(404).end())
    .get('/failed', (_req, res) => void res.status(503).end())
    .get('/left', (_req, res) => void res.write('a part of it'));
  const server = createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
  const ids: (string | null)[] = [];
  for (const path of ['/served', '/refused', '/failed']) {
    const response = await fetch(`http://127.0.0.1:${port}${path}?filter=SECRET`, { headers: { authorization: 'Bearer TOKEN' } });
    await response.text();
    ids.push(response.headers.get('x-correlation-id'));
  }
  const [left] = await once(get(`http://127.0.0.1:${port}/left`), 'response');
  left.destroy();
  await vi.waitFor(() => expect(lines).toHaveLength(4));
  expect(lines.map(({ level, req, res, msg }) => [logger.levels.labels[level], req.path, res.status, msg])).toEqual([
    ['debug', '/served', 200, 'request completed'],
    ['warn', '/refused', 404, 'request completed'],
    ['error', '/failed', 503, 'request completed'],
    ['debug', '/left', 200, 'request aborted'],
  ]);
  expect(lines.slice(0, 3).map(({ req }) => req.id)).toEqual(ids);
  expect(JSON.stringify(lines)).not.toMatch(/SECRET|TOKEN/);
  server.close();
});

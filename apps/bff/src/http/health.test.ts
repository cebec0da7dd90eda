import { once } from 'node:events';
import express from 'express';
import { afterEach, expect, it, vi } from 'vitest';
import { freePort } from '../testing/free-port';
import { health, Readiness, watchLoop } from './health';

afterEach(() => vi.restoreAllMocks());

it('however many ask whether the server is ready, it looks once', async () => {
  const hindrance = vi.fn<() => Promise<undefined>>().mockResolvedValue(undefined);
  const port = await freePort();
  const server = express()
    .use(health(new Readiness(hindrance, 60_000)))
    .listen(port);
  await once(server, 'listening');
  const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await fetch(`http://localhost:${port}/api/ready`)).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(hindrance).toHaveBeenCalledOnce();
  server.close();
});

it('everybody who asks within a few seconds is told that the process stood still', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const loop = watchLoop();
  const isFreeAt = (moment: number) => {
    clock.mockReturnValue(moment);
    return loop.isFree();
  };
  expect(isFreeAt(900)).toBe(true);
  expect([2_000, 2_100, 3_000, 3_900, 4_800, 5_700, 6_600].map(isFreeAt)).not.toContain(true);
  expect(isFreeAt(7_100)).toBe(true);
  loop.stop();
});

import { once } from 'node:events';
import { createServer } from 'node:net';

const LOWEST = 11_000;
const COUNT = 10_000;

/** Processes that run tests beside each other draw from ports of their own: one could take what another is about to listen on. */
const PROCESSES = 16;
const own = Number(process.env['VITEST_POOL_ID'] ?? 0) % PROCESSES;

const draw = () => LOWEST + PROCESSES * Math.floor(Math.random() * (COUNT / PROCESSES)) + own;

/** The last ones that were given here: their owners may not listen yet. */
const given: number[] = [];
const MOST = 100;

/**
 * A port that was free a moment ago, so that a server's own address is known before it starts. It lies below what systems give to
 * outgoing connections, one of which could take it meanwhile, and apart from those of the programs that browser tests start beside.
 */
export async function freePort(): Promise<number> {
  const port = draw();
  if (given.includes(port)) return freePort();
  given.push(port);
  if (given.length > MOST) given.shift();
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return freePort();
  }
  probe.close();
  await once(probe, 'close');
  return port;
}

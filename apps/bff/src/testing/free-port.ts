import { once } from 'node:events';
import { createServer } from 'node:net';

const given = new Set<number>();

/**
 * A port that was free a moment ago, so that a server's own address is known before it starts. It lies below what systems give to
 * outgoing connections, one of which could take it meanwhile, and apart from those of the programs that browser tests start beside. A process is never
 * given the same one twice: its first owner may not listen yet.
 */
export async function freePort(): Promise<number> {
  const port = 11_000 + Math.floor(Math.random() * 10_000);
  if (given.has(port)) return freePort();
  given.add(port);
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

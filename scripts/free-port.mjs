// Ports at the loopback address for servers whose own address has to be known before they start.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** They lie below what systems give to outgoing connections, one of which could take a port before its server does. */
const LOWEST = 11_000;
const BLOCK = 100;
const BLOCKS = 210;

/** Listens at a port; undefined when somebody else does. */
async function listenAt(port) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}

/**
 * Each process, and each of its threads, draws from a block of its own: another one could take a port before its server listens there, or
 * while that starts again. A block belongs to whom listens at the first of its ports.
 */
async function claimBlock() {
  const somewhere = Math.floor(Math.random() * BLOCKS);
  for (let further = 0; further < BLOCKS; further += 1) {
    const first = LOWEST + BLOCK * ((somewhere + further) % BLOCKS);
    const holder = await listenAt(first);
    holder?.unref();
    if (holder) return first;
  }
  throw new Error(`Each of ${BLOCKS} blocks of ports from ${LOWEST} is in use.`);
}

/** @type {Promise<number> | undefined} */
let block;
let given = 0;

/** A port that was free a moment ago, and that nobody else is given. It comes round again after all others of the block. */
export async function freePort() {
  block ??= claimBlock();
  const first = await block;
  for (;;) {
    given += 1;
    const port = first + 1 + (given % (BLOCK - 1));
    const probe = await listenAt(port);
    if (!probe) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

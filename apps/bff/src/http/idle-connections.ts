import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Closes a connection that has been idle for too long, between two answers or in the midst of one that nobody reads, but reads first what has
 * come on it: after the event loop stood still, timers come before sockets, and a request that waits there would be answered by a reset.
 */
export function closeIdleOnceRead(server: Server, stalledTimeout: number): void {
  server.setTimeout(stalledTimeout);
  server.on('timeout', (socket: Socket) => {
    const { bytesRead } = socket;
    setImmediate(() => {
      if (socket.bytesRead === bytesRead) socket.destroy();
    });
  });
}

// The DevTools protocol, spoken plainly: what is not asked for is not switched on in the page that is measured.
import { once } from 'node:events';
import * as z from 'zod';

/** An answer to what was asked, by its `id`, or an event; what they hold is the command's own. */
const message = z.object({
  id: z.int().optional(),
  result: z.any().optional(),
  error: z.object({ message: z.string() }).optional(),
  method: z.string().optional(),
  params: z.any().optional(),
  sessionId: z.string().optional(),
});

/** A connection to a browser; `send` settles with the answer, `next` with the next event of the name in that session. */
export async function connect(url) {
  const socket = new WebSocket(url);
  const asked = new Map();
  const awaited = new Set();
  let last = 0;

  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params, sessionId } = message.parse(JSON.parse(data));
    if (id === undefined) {
      for (const wait of awaited)
        if (wait.method === method && wait.sessionId === sessionId) {
          awaited.delete(wait);
          wait.resolve(params);
        }
      return;
    }
    const { resolve, reject, command } = asked.get(id);
    asked.delete(id);
    if (error) reject(new Error(`${command}: ${error.message}`));
    else resolve(result);
  });
  socket.addEventListener('close', () => {
    for (const { reject, command } of asked.values()) reject(new Error(`${command}: the browser has gone`));
  });
  await once(socket, 'open');

  return {
    send(command, params, sessionId) {
      const id = ++last;
      socket.send(JSON.stringify({ id, method: command, params, sessionId }));
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject, command });
      });
    },
    next: (method, sessionId) =>
      new Promise((resolve) => {
        awaited.add({ method, sessionId, resolve });
      }),
    close: () => socket.close(),
  };
}

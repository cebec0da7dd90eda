import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { ORPCError } from '@orpc/server';
import type { Response } from 'express';

const QUIET_MS = 5_000;
const COMMENT = ': \n\n';

const event = (name: string, ...data: (string | Buffer)[]) =>
  Buffer.concat([`event: ${name}\ndata: `, ...data, '\n\n'].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));

/** What is next, or `undefined` when it has not come for a while. */
async function nextOrQuiet<T>(next: Promise<T>): Promise<T | undefined> {
  const quiet = new AbortController();
  try {
    return await Promise.race([next, wait(QUIET_MS, undefined, { signal: quiet.signal })]);
  } finally {
    quiet.abort();
  }
}

/** As oRPC writes an iterator of events: nothing on the way may take a quiet connection for a dead one, and a failure is an event, too. */
async function* written(messages: AsyncGenerator<Buffer[], void>): AsyncGenerator<string | Buffer, void> {
  yield COMMENT;
  try {
    for (;;) {
      const next = messages.next();
      let result = await nextOrQuiet(next);
      for (; !result; result = await nextOrQuiet(next)) yield COMMENT;
      if (result.done) return;
      yield event('message', ...result.value);
    }
  } catch (error) {
    const failure = error instanceof ORPCError ? error : new ORPCError('INTERNAL_SERVER_ERROR');
    yield event('error', JSON.stringify(failure.toJSON()));
  } finally {
    await messages.return();
  }
}

/** Sends messages whose JSON is there already, in parts; oRPC would copy each again for every reader. */
export function sendEvents(res: Response, messages: AsyncGenerator<Buffer[], void>): void {
  const events = Readable.from(written(messages));
  res.once('close', () => events.destroy());
  events.once('error', () => res.destroy());
  res.status(200).set({ 'content-type': 'text/event-stream' });
  events.pipe(res);
}

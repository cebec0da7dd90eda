import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpAnswer } from './exchange';

/** Sends an answer. 204 and 304 carry no length; what a HEAD is answered may name the length of what it left out. */
export async function sendAnswer(response: ServerResponse, answer: HttpAnswer, withBody: boolean): Promise<void> {
  const length = answer.stream?.length ?? Buffer.byteLength(answer.body ?? '');
  const bare = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, bare ? answer.headers : { 'Content-Length': length, ...answer.headers });
  if (answer.stream && withBody) await pipeline(Readable.from(answer.stream.chunks, { objectMode: false }), response);
  else response.end(withBody && !bare ? answer.body : undefined);
}

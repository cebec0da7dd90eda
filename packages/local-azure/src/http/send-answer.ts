import type { ServerResponse } from 'node:http';
import type { HttpAnswer } from './exchange';

/** Sends an answer. 204 and 304 carry no length. */
export function sendAnswer(response: ServerResponse, answer: HttpAnswer, withBody: boolean): void {
  const length = Buffer.byteLength(answer.body ?? '');
  const bare = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, bare ? answer.headers : { ...answer.headers, 'Content-Length': length });
  response.end(withBody && !bare ? answer.body : undefined);
}

import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { own } from '../world/own';

/** A request as it came in, body read. */
export interface HttpRequest {
  method: string;
  /** Path as sent, percent-encoding untouched, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as it came. */
  bytes: Buffer;
  /** Host the caller meant: of the original request when a client's transport brought it here. Lower case, without port. */
  hostname: string;
  /** `scheme://host[:port]` the caller reached us under. */
  origin: string;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body?: string;
  /** A body of bytes, made while it is sent: it may be larger than memory. */
  stream?: { length: number; chunks: Iterable<Buffer> };
}

/** Answers with JSON. */
export function json(status: number, body: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) };
}

/** One value of a header, whatever Node made of it. */
export function header(request: HttpRequest, name: string): string | undefined {
  const value = own(request.headers, name);
  return Array.isArray(value) ? value[0] : value;
}

/** Sends an answer. 204 and 304 carry no length; what a HEAD is answered may name the length of what it left out. */
export async function sendAnswer(response: ServerResponse, answer: HttpAnswer, withBody: boolean): Promise<void> {
  const length = answer.stream?.length ?? Buffer.byteLength(answer.body ?? '');
  const bare = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, bare ? answer.headers : { 'Content-Length': length, ...answer.headers });
  if (answer.stream && withBody) await pipeline(Readable.from(answer.stream.chunks, { objectMode: false }), response);
  else response.end(withBody && !bare ? answer.body : undefined);
}

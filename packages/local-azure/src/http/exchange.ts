import type { IncomingHttpHeaders } from 'node:http';
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

import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { HttpRequest } from './exchange';

const MEBIBYTE = 1024 * 1024;
const BODY_LIMIT = 4 * MEBIBYTE;
/** What one request may bring into a blob. */
const BLOB_LIMIT = 256 * MEBIBYTE;

/** The body is larger than the service accepts. */
export class BodyTooLarge extends Error {}

async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new BodyTooLarge(`The request body exceeds ${limit / MEBIBYTE} MB.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function hasBody({ headers, method }: IncomingMessage): boolean {
  return (
    method !== 'GET' && method !== 'HEAD' && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
  );
}

/**
 * Reads a request. Clients whose transport leads nominal addresses here name the original ones in `x-forwarded-host` and
 * `x-forwarded-proto`; every absolute URL of an answer is built from those.
 */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const { headers, method = 'GET', url = '/' } = incoming;
  const cut = url.indexOf('?');
  const host = first(headers['x-forwarded-host']) ?? headers.host ?? 'localhost';
  const hostname = host.replace(/:\d+$/, '').toLowerCase();
  const limit = hostname.includes('.blob.core.') ? BLOB_LIMIT : BODY_LIMIT;
  const bytes = hasBody(incoming) ? await readBody(incoming, limit) : Buffer.alloc(0);
  return {
    method,
    path: cut < 0 ? url : url.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1)),
    headers,
    bytes,
    get body() {
      return bytes.toString('utf8');
    },
    hostname,
    origin: `${first(headers['x-forwarded-proto']) ?? (incoming.socket instanceof TLSSocket ? 'https' : 'http')}://${host}`,
  };
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';

/** HMAC-SHA256 over a text; key and signature are base64. */
export const sign = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64')).update(text, 'utf8').digest('base64');

/** Whether a signature was made with one of some keys. */
export function isSigned(keys: readonly string[], text: string, signature: string): boolean {
  const given = Buffer.from(signature);
  return keys.some((key) => {
    const expected = Buffer.from(sign(key, text));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

const signedHeaders = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-md5',
  'content-type',
  'date',
  'if-modified-since',
  'if-match',
  'if-none-match',
  'if-unmodified-since',
  'range',
];

function canonicalHeaders({ headers }: HttpRequest): string {
  return Object.entries(headers)
    .filter(([name]) => name.startsWith('x-ms-'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${String(value).trim().replaceAll(/\s+/g, ' ')}\n`)
    .join('');
}

function canonicalResource(account: string, { path, query }: HttpRequest): string {
  const parameters = new Map<string, string[]>();
  for (const [name, value] of query) parameters.set(name.toLowerCase(), [...(parameters.get(name.toLowerCase()) ?? []), value]);
  const lines = [...parameters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => `\n${name}:${values.toSorted().join(',')}`);
  return `/${account}${path}${lines.join('')}`;
}

/** What a client signs with Shared Key, from version 2015-02-21 on: an empty body counts as no length, `x-ms-date` replaces `Date`. */
export function stringToSign(account: string, request: HttpRequest): string {
  const standard = signedHeaders.map((name) => {
    const value = header(request, name) ?? '';
    if (name === 'content-length' && value === '0') return '';
    return name === 'date' && header(request, 'x-ms-date') !== undefined ? '' : value;
  });
  return `${request.method}\n${standard.join('\n')}\n${canonicalHeaders(request)}${canonicalResource(account, request)}`;
}

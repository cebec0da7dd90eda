import { createHmac } from 'node:crypto';
import type { LocalAzure } from '../start';
import { keysOf } from '../world/storage/storage-accounts';

type Headers = Record<string, string>;

interface BlobRequest {
  headers?: Headers;
  body?: string | Uint8Array<ArrayBuffer>;
}

export type BlobCaller = (method: string, pathAndQuery: string, request?: BlobRequest) => Promise<Response>;

const hmac = (key: string, text: string) => createHmac('sha256', Buffer.from(key, 'base64')).update(text, 'utf8').digest('base64');

const forwarded = (account: string): Headers => ({
  'x-forwarded-host': `${account}.blob.core.windows.net`,
  'x-forwarded-proto': 'https',
});

/** Calls the blobs of an account signing with Shared Key, as a client would. */
export function sharedKeyCaller(azure: LocalAzure, account: string, key = keysOf(azure.world, account).key1): BlobCaller {
  return (method, pathAndQuery, { headers = {}, body } = {}) => {
    const url = new URL(pathAndQuery, azure.url);
    const length = body === undefined ? 0 : Buffer.byteLength(body);
    const own: Headers = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': '2022-11-02', ...headers };
    if (length > 0) own['content-type'] = 'application/octet-stream';
    const standard = [
      '',
      '',
      length > 0 ? String(length) : '',
      '',
      own['content-type'] ?? '',
      '',
      '',
      '',
      own['if-none-match'] ?? '',
      '',
      '',
    ];
    const signedHeaders = Object.keys(own)
      .filter((name) => name.startsWith('x-ms-'))
      .toSorted()
      .map((name) => `${name}:${own[name] ?? ''}\n`);
    const parameters = [...url.searchParams].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `\n${name}:${value}`);
    const text = `${method}\n${standard.join('\n')}\n${signedHeaders.join('')}/${account}${url.pathname}${parameters.join('')}`;
    const authorization = `SharedKey ${account}:${hmac(key, text)}`;
    return fetch(url, { method, headers: { ...own, ...forwarded(account), authorization }, ...(body !== undefined && { body }) });
  };
}

/** Calls the blobs of an account with whatever the query says, and a token if there is one. */
export function plainCaller(azure: Pick<LocalAzure, 'url'>, account: string, token?: string): BlobCaller {
  const authorization: Headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return (method, pathAndQuery, { headers = {}, body } = {}) =>
    fetch(new URL(pathAndQuery, azure.url), {
      method,
      headers: { ...forwarded(account), ...authorization, ...headers },
      ...(body !== undefined && { body }),
    });
}

/** A shared access signature for a container or a blob, as `az storage blob generate-sas` makes it. */
export function serviceSas(azure: LocalAzure, account: string, path: string, permissions: string, until: Date): string {
  const fields = { sp: permissions, st: '', se: until.toISOString(), sv: '2022-11-02', sr: path.includes('/') ? 'b' : 'c' };
  const resource = `/blob/${account}/${path}`;
  const text = [fields.sp, '', fields.se, resource, '', '', '', fields.sv, fields.sr, '', '', '', '', '', '', ''].join('\n');
  const { st: _, ...shown } = fields;
  return new URLSearchParams({ ...shown, sig: hmac(keysOf(azure.world, account).key1, text) }).toString();
}

/** The status of an answer, and the code of its error; null where it is none. */
export const codeOf = ({ status, headers }: Response) => [status, headers.get('x-ms-error-code')];

import { request } from 'node:http';
import { connect } from '../../packages/local-azure/src/testing/connect';
import { PORTAL } from './places';
import type { Tenant } from './tenant';

interface Answer {
  status: number;
  text: string;
}

function send(port: number, path: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '::1', port, path, method, headers: { host: PORTAL, ...headers } }, (answer) => {
      const pieces: string[] = [];
      answer.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: pieces.join('') }));
    })
      .on('error', reject)
      .end(body);
  });
}

/** Whether the server at the port would serve a request. */
export const isReady = async (port: number): Promise<boolean> => (await send(port, '/api/ready', 'GET', {})).status === 200;

/** Asks the API of the server at the port as Adele, without a browser. The answer, or the code of the problem. */
export async function askAsAdele(tenant: Tenant, port: number, path: string, body?: unknown): Promise<unknown> {
  const { apiToken } = await connect(tenant.azure, 'adele');
  const page = await send(port, '/', 'GET', {});
  const build = /"build":"(\w+)"/.exec(page.text)?.[1] ?? '';
  const headers = { authorization: `Bearer ${apiToken}`, 'x-tresor-build': build, 'content-type': 'application/json' };
  const method = body === undefined ? 'GET' : 'POST';
  const text = body === undefined ? undefined : JSON.stringify(body);
  const answer = await send(
    port,
    `/api${path}`,
    method,
    { ...headers, ...(text && { 'content-length': String(Buffer.byteLength(text)) }) },
    text,
  );
  const read: unknown = JSON.parse(answer.text);
  return answer.status < 400 ? read : problemIn(read);
}

const problemIn = (read: unknown): unknown => (typeof read === 'object' && read !== null && 'code' in read ? read.code : read);

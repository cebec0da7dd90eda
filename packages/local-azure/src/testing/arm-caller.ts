import { connect } from './connect';
import type { LocalAzure } from '../start';
import { record } from '../world/json';

/** The path may have a query. */
export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;

/** Calls Azure Resource Manager as a person without a client, for providers whose official client is not at hand. */
export async function callerFor(azure: LocalAzure, person: string, apiVersion: string): Promise<Caller> {
  const { credential } = await connect(azure, person);
  const { token } = await credential.getToken('https://management.azure.com/.default');
  return async (method, path, body, headers) => {
    const answer = await fetch(`${azure.url}${path}${path.includes('?') ? '&' : '?'}api-version=${apiVersion}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? {} : record(JSON.parse(text)) };
  };
}

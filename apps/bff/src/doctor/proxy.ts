import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { oncePer } from './once';
import { reasonOf } from './reason';
import type { Visit } from './check';

const TIMEOUT_MS = 5_000;

/** The proxy that HTTPS_PROXY names; undefined without one. */
export function proxyOf(env: NodeJS.ProcessEnv): URL | undefined {
  const url = env['https_proxy'] || env['HTTPS_PROXY'];
  return url && URL.canParse(url) ? new URL(url) : undefined;
}

/** Whether a host is reached without the proxy: an entry of NO_PROXY is its name, an ending of it that begins with a dot, or a star. */
export function isBesideProxy(env: NodeJS.ProcessEnv, host: string): boolean {
  const entries = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter(Boolean);
  return entries.some((entry) => {
    const name = entry.toLowerCase().replace(/:\d+$/, '').replace(/^\*\./, '.');
    return name === '*' || name === host || (name.startsWith('.') && host.endsWith(name));
  });
}

/** Hosts that every request of ours begins with. */
export function hostsOf({ config: { authority, cloud } }: Visit): Record<'sign-in' | 'resource-manager' | 'graph', string> {
  const [signIn = '', resourceManager = '', graph = ''] = [authority, cloud.resourceManager, cloud.graph].map((url) => new URL(url).host);
  return { 'sign-in': signIn, 'resource-manager': resourceManager, graph };
}

/** The proxy, and one of our hosts that is reached through it; undefined where none is. */
export function wayThroughProxy(visit: Visit): { proxy: URL; host: string } | undefined {
  const proxy = proxyOf(visit.env);
  const host = Object.values(hostsOf(visit)).find((one) => !isBesideProxy(visit.env, one));
  return proxy && host !== undefined ? { proxy, host } : undefined;
}

/** What comes of asking the proxy for a tunnel: its status, or why there was no connection. */
export const askForTunnel = oncePer(async (visit: Visit): Promise<{ status: number } | { reason: string } | undefined> => {
  const way = wayThroughProxy(visit);
  if (!way) return undefined;
  const { proxy, host } = way;
  const send = proxy.protocol === 'https:' ? secureRequest : plainRequest;
  const secret = Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`).toString('base64');
  const headers = { host: `${host}:443`, ...(proxy.username !== '' && { 'proxy-authorization': `Basic ${secret}` }) };
  return new Promise((resolve) => {
    const asked = send({
      host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : proxy.port,
      method: 'CONNECT',
      path: `${host}:443`,
      headers,
      timeout: TIMEOUT_MS,
    });
    asked.once('connect', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve({ status: statusCode });
    });
    asked.once('response', ({ statusCode = 0 }) => {
      asked.destroy();
      resolve({ status: statusCode });
    });
    asked.once('timeout', () => asked.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
    asked.once('error', (error) => resolve({ reason: reasonOf(error) }));
    asked.end();
  });
});

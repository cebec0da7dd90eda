import { request } from 'node:https';
import { TLSSocket } from 'node:tls';
import { httpsAgent } from '../network';
import type { Visit } from './check';
import { oncePer } from './once';
import { hostsOf } from './proxy';
import { reasonOf } from './reason';

const TIMEOUT_MS = 8_000;

/** What is behind a name: a server that proves itself, one that nobody trusts, one that speaks an old TLS only, or nobody. */
type Probe = { kind: 'open'; protocol: string } | { kind: 'foreign' | 'old' | 'closed'; reason: string };

const FOREIGN = /CERT|SELF_SIGNED|VERIFY|ISSUER|ALTNAME/;
const OLD = /SSL|EPROTO|UNSUPPORTED_PROTOCOL/;

/** Knocks at a host the way every request of the server goes; what is answered does not matter. */
export function probe(host: string): Promise<Probe> {
  return new Promise((resolve) => {
    const asked = request({ host, path: '/', method: 'GET', agent: httpsAgent(), timeout: TIMEOUT_MS }, (answer) => {
      const protocol = answer.socket instanceof TLSSocket ? answer.socket.getProtocol() : null;
      resolve({ kind: 'open', protocol: protocol ?? 'TLS' });
      asked.destroy();
    });
    asked.once('timeout', () => asked.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
    asked.once('error', (error) => {
      const reason = reasonOf(error);
      resolve({ kind: FOREIGN.test(reason) ? 'foreign' : OLD.test(reason) ? 'old' : 'closed', reason });
    });
    asked.end();
  });
}

export interface Probed {
  host: string;
  found: Probe;
}

/** All hosts that requests begin with, by the service. */
export const probeAll = oncePer(async (visit: Visit): Promise<ReadonlyMap<string, Probed>> => {
  const hosts = Object.entries(hostsOf(visit));
  return new Map(await Promise.all(hosts.map(async ([service, host]) => [service, { host, found: await probe(host) }] as const)));
});

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { NotSeen, type Check, type Checks, type Visit } from '../check';
import { probeAll, type Probed } from '../probe';
import { askForTunnel, hostsOf, isBesideProxy, proxyOf, wayThroughProxy } from '../proxy';
import { reasonOf } from '../reason';
import { discoveryUrl } from '../discovery-url';

const KNOWN_TO_PROXY = ['proxy-name', 'proxy-connection', 'proxy-passage'] as const;
const WAY = [...KNOWN_TO_PROXY, 'names', 'trust', 'tls'] as const;

const TIMEOUT_MS = 8_000;

/** As far off as is no cause for worry; Entra puts up with five minutes. */
const MOST_SECONDS_OFF = 120;

async function unknownName(host: string): Promise<string | undefined> {
  try {
    await lookup(host);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

async function probed(visit: Visit, service: string): Promise<Probed> {
  const found = (await probeAll(visit)).get(service);
  if (!found) throw new NotSeen('failed', service);
  return found;
}

/** One of the hosts for which this came out. */
async function firstOf(visit: Visit, kind: 'foreign' | 'old'): Promise<{ host: string; reason: string } | undefined> {
  for (const { host, found } of (await probeAll(visit)).values()) if (found.kind === kind) return { host, reason: found.reason };
  return undefined;
}

type Reach = `reach-${'sign-in' | 'resource-manager' | 'graph'}`;

const reach = (service: string): Check<Reach> => ({
  after: WAY,
  cloudOnly: true,
  async look(visit) {
    const { host, found } = await probed(visit, service);
    return found.kind === 'open' ? { verdict: 'sound', values: { host } } : { verdict: 'closed', values: { host, reason: found.reason } };
  },
});

type Ids = (typeof WAY)[number] | Reach | 'clock';

/** The way out, step by step: each is looked at only where the one before is in order. */
export const network: Checks<Ids> = {
  'proxy-name': {
    after: [],
    cloudOnly: true,
    async look({ env }) {
      const proxy = proxyOf(env);
      if (!proxy) return { verdict: 'none' };
      const host = proxy.hostname.replace(/^\[(.*)\]$/, '$1');
      const reason = isIP(host) === 0 ? await unknownName(host) : undefined;
      return reason === undefined ? { verdict: 'sound', values: { host } } : { verdict: 'unknown', values: { host, reason } };
    },
  },
  'proxy-connection': {
    after: ['proxy-name'],
    cloudOnly: true,
    async look(visit) {
      const way = wayThroughProxy(visit);
      const answer = await askForTunnel(visit);
      if (!way || !answer) return { verdict: 'none' };
      const proxy = way.proxy.host;
      return 'status' in answer ? { verdict: 'sound', values: { proxy } } : { verdict: 'closed', values: { proxy, reason: answer.reason } };
    },
  },
  'proxy-passage': {
    after: ['proxy-connection'],
    cloudOnly: true,
    async look(visit) {
      const way = wayThroughProxy(visit);
      const answer = await askForTunnel(visit);
      if (!way || !answer || !('status' in answer)) return { verdict: 'none' };
      const { host } = way;
      const isThrough = answer.status >= 200 && answer.status < 300;
      return isThrough ? { verdict: 'sound', values: { host } } : { verdict: 'denied', values: { host, status: String(answer.status) } };
    },
  },
  names: {
    after: ['proxy-connection'],
    cloudOnly: true,
    async look(visit) {
      const direct = Object.values(hostsOf(visit)).filter((host) => !proxyOf(visit.env) || isBesideProxy(visit.env, host));
      if (direct.length === 0) return { verdict: 'proxied' };
      const looked = await Promise.all(direct.map(async (host) => ({ host, reason: await unknownName(host) })));
      const unknown = looked.filter(({ reason }) => reason !== undefined).map(({ host }) => host);
      return unknown.length === 0
        ? { verdict: 'sound', values: { hosts: direct.join(', ') } }
        : { verdict: 'unknown', values: { hosts: unknown.join(', ') } };
    },
  },
  trust: {
    after: [...KNOWN_TO_PROXY, 'names'],
    cloudOnly: true,
    async look(visit) {
      const foreign = await firstOf(visit, 'foreign');
      return foreign ? { verdict: 'foreign', values: foreign } : { verdict: 'sound' };
    },
  },
  tls: {
    after: [...KNOWN_TO_PROXY, 'names'],
    cloudOnly: true,
    async look(visit) {
      const old = await firstOf(visit, 'old');
      if (old) return { verdict: 'old', values: old };
      const spoken = [...(await probeAll(visit)).values()].flatMap(({ found }) => (found.kind === 'open' ? [found.protocol] : []));
      return { verdict: 'sound', values: { protocol: [...new Set(spoken)].toSorted().join(', ') } };
    },
  },
  'reach-sign-in': reach('sign-in'),
  'reach-resource-manager': reach('resource-manager'),
  'reach-graph': reach('graph'),
  clock: {
    after: ['reach-sign-in'],
    cloudOnly: true,
    async look(visit) {
      const asked = Date.now();
      const { headers } = await visit.ask(discoveryUrl(visit.config), { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const there = Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1_000;
      if (Number.isNaN(there)) throw new NotSeen('failed', 'date');
      // It was written at some moment between the question and the answer: a slow way is no wrong clock.
      const seconds = Math.round(Math.max(asked - there, there - Date.now(), 0) / 1000);
      if (seconds <= MOST_SECONDS_OFF) return { verdict: 'sound', values: { seconds: String(seconds) } };
      return { verdict: 'wrong', values: { minutes: String(Math.round(seconds / 60)) } };
    },
  },
};

import type { Cloud } from '../world/cloud';
import type { HttpAnswer, HttpRequest } from './exchange';

/** Host names under which the services answer. */
interface Names {
  scheme: 'http' | 'https';
  resourceManager: string;
  tokenService: string;
  graph: string;
  /** What follows `<vault>.` */
  vaults: string;
  /** What follows `<account>.blob.`; the storage SDK for Python insists on `core.` at its beginning. */
  storage: string;
}

const namesOf = ({ resourceManager, login, graph, vaults, storage }: Cloud): Names => ({
  scheme: 'https',
  resourceManager,
  tokenService: login,
  graph,
  vaults,
  storage,
});

const escaped = (name: string): string => name.replaceAll('.', '\\.');

/** Expressions for the hosts of a cloud, made once for each. */
const made = new Map<Cloud, { host: RegExp; url: RegExp }>();

function expressionsOf(cloud: Cloud): { host: RegExp; url: RegExp } {
  const known = made.get(cloud);
  if (known) return known;
  const [resourceManager, login, graph] = [cloud.resourceManager, cloud.login, cloud.graph].map(escaped);
  const [vaults, storage] = [escaped(cloud.vaults), escaped(cloud.storage)];
  const found = {
    host: new RegExp(`^(?:${resourceManager}|${login}|${graph}|[a-z0-9-]+\\.${vaults}|[a-z0-9]+\\.blob\\.${storage})$`),
    url: new RegExp(`https://(?:(${login})|([a-z0-9-]+)\\.${vaults}|([a-z0-9]+)\\.blob\\.${storage})(?::443)?(?![\\w.:-])`, 'gi'),
  };
  made.set(cloud, found);
  return found;
}

const localHost =
  /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:management|login|graph)\.localhost|[a-z0-9-]+\.vault\.localhost|[a-z0-9]+\.blob\.core\.localhost)$/;

/** Whether a host is one of the cloud's that we stand for. Lower case, without port. */
export const isAzureHost = (cloud: Cloud, hostname: string): boolean => expressionsOf(cloud).host.test(hostname);

/** Whether a host is one of our own. Lower case, without port. */
export const isLocalHost = (hostname: string): boolean => localHost.test(hostname);

/** What the server's certificate must cover: TLS wants two labels behind a star. */
export const certificateNames = ({ resourceManager, login, graph, vaults, storage }: Cloud): string[] => [
  'localhost',
  'management.localhost',
  'login.localhost',
  'graph.localhost',
  '*.vault.localhost',
  '*.blob.core.localhost',
  resourceManager,
  login,
  graph,
  `*.${vaults}`,
  `*.blob.${storage}`,
  '127.0.0.1',
  '::1',
];

/** The names a caller knows us by: Azure's own, or ours with the scheme and the port it used. */
export function namesFor(cloud: Cloud, { hostname, origin }: Pick<HttpRequest, 'hostname' | 'origin'>): Names {
  if (!isLocalHost(hostname)) return namesOf(cloud);
  const port = /:\d+$/.exec(origin)?.[0] ?? '';
  return {
    scheme: origin.startsWith('https:') ? 'https' : 'http',
    resourceManager: `localhost${port}`,
    tokenService: `localhost${port}`,
    graph: `graph.localhost${port}`,
    vaults: `vault.localhost${port}`,
    storage: `core.localhost${port}`,
  };
}

const localUrl = /https?:\/\/(?:([a-z0-9-]+)\.vault|([a-z0-9]+)\.blob\.core)\.localhost(?::\d+)?(?![\w.:-])/gi;

function rename(cloud: Cloud, text: string, { scheme, tokenService, vaults, storage }: Names): string {
  return text.replace(expressionsOf(cloud).url, (_, login?: string, vault?: string, account?: string) => {
    if (login !== undefined) return `${scheme}://${tokenService}`;
    return vault === undefined ? `${scheme}://${account ?? ''}.blob.${storage}` : `${scheme}://${vault}.${vaults}`;
  });
}

/** Clients of Azure insist on TLS; anyone who comes without it (tests, the portal's transport) knows Azure's names. */
const usesOurNames = ({ hostname, origin }: HttpRequest): boolean => isLocalHost(hostname) && origin.startsWith('https:');

/** The world knows Azure's names only: those of ours in a request become Azure's. */
export function withAzureNames(cloud: Cloud, request: HttpRequest): HttpRequest {
  if (!usesOurNames(request) || !request.body.includes('.localhost')) return request;
  const body = request.body.replace(localUrl, (_, vault?: string, account?: string) =>
    vault === undefined ? `https://${account ?? ''}.blob.${cloud.storage}` : `https://${vault}.${cloud.vaults}`,
  );
  return { ...request, body, bytes: Buffer.from(body) };
}

/** Azure's names in an answer become ours for a caller who reached us under one of ours, so that each leads somewhere. */
export function withNamesOf(cloud: Cloud, request: HttpRequest, answer: HttpAnswer): HttpAnswer {
  if (!usesOurNames(request)) return answer;
  const names = namesFor(cloud, request);
  const challenge = answer.headers['WWW-Authenticate'];
  return {
    ...answer,
    ...(answer.body !== undefined && { body: rename(cloud, answer.body, names) }),
    ...(typeof challenge === 'string' && { headers: { ...answer.headers, 'WWW-Authenticate': rename(cloud, challenge, names) } }),
  };
}

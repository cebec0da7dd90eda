import type { HttpAnswer, HttpRequest } from './exchange';

/** Host names under which the services answer. */
export interface Names {
  scheme: 'http' | 'https';
  resourceManager: string;
  tokenService: string;
  graph: string;
  /** What follows `<vault>.` */
  vaults: string;
  /** What follows `<account>.blob.`; the storage SDK for Python insists on `core.` at its beginning. */
  storage: string;
}

const azure: Names = {
  scheme: 'https',
  resourceManager: 'management.azure.com',
  tokenService: 'login.microsoftonline.com',
  graph: 'graph.microsoft.com',
  vaults: 'vault.azure.net',
  storage: 'core.windows.net',
};

const azureHost =
  /^(?:management\.azure\.com|login\.microsoftonline\.com|graph\.microsoft\.com|[a-z0-9-]+\.vault\.azure\.net|[a-z0-9]+\.blob\.core\.windows\.net)$/;
const localHost =
  /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:management|login|graph)\.localhost|[a-z0-9-]+\.vault\.localhost|[a-z0-9]+\.blob\.core\.localhost)$/;

/** Whether a host is one of Azure's that we stand for. Lower case, without port. */
export const isAzureHost = (hostname: string): boolean => azureHost.test(hostname);

/** Whether a host is one of our own. Lower case, without port. */
export const isLocalHost = (hostname: string): boolean => localHost.test(hostname);

/** What the server's certificate must cover: TLS wants two labels behind a star. */
export const certificateNames = [
  'localhost',
  'management.localhost',
  'login.localhost',
  'graph.localhost',
  '*.vault.localhost',
  '*.blob.core.localhost',
  azure.resourceManager,
  azure.tokenService,
  azure.graph,
  `*.${azure.vaults}`,
  `*.blob.${azure.storage}`,
  '127.0.0.1',
  '::1',
];

/** The names a caller knows us by: Azure's own, or ours with the scheme and the port it used. */
export function namesFor({ hostname, origin }: Pick<HttpRequest, 'hostname' | 'origin'>): Names {
  if (!isLocalHost(hostname)) return azure;
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

const azureUrl =
  /https:\/\/(?:(login\.microsoftonline\.com)|([a-z0-9-]+)\.vault\.azure\.net|([a-z0-9]+)\.blob\.core\.windows\.net)(?::443)?(?![\w.:-])/gi;
const localUrl = /https?:\/\/(?:([a-z0-9-]+)\.vault|([a-z0-9]+)\.blob\.core)\.localhost(?::\d+)?(?![\w.:-])/gi;

function rename(text: string, { scheme, tokenService, vaults, storage }: Names): string {
  return text.replace(azureUrl, (_, login?: string, vault?: string, account?: string) => {
    if (login !== undefined) return `${scheme}://${tokenService}`;
    return vault === undefined ? `${scheme}://${account ?? ''}.blob.${storage}` : `${scheme}://${vault}.${vaults}`;
  });
}

/** Clients of Azure insist on TLS; anyone who comes without it (tests, the portal's transport) knows Azure's names. */
const usesOurNames = ({ hostname, origin }: HttpRequest): boolean => isLocalHost(hostname) && origin.startsWith('https:');

/** The world knows Azure's names only: those of ours in a request become Azure's. */
export function withAzureNames(request: HttpRequest): HttpRequest {
  if (!usesOurNames(request) || !request.body.includes('.localhost')) return request;
  const body = request.body.replace(localUrl, (_, vault?: string, account?: string) =>
    vault === undefined ? `https://${account ?? ''}.blob.${azure.storage}` : `https://${vault}.${azure.vaults}`,
  );
  return { ...request, body, bytes: Buffer.from(body) };
}

/** Azure's names in an answer become ours for a caller who reached us under one of ours, so that each leads somewhere. */
export function withNamesOf(request: HttpRequest, answer: HttpAnswer): HttpAnswer {
  if (!usesOurNames(request)) return answer;
  const names = namesFor(request);
  const challenge = answer.headers['WWW-Authenticate'];
  return {
    ...answer,
    ...(answer.body !== undefined && { body: rename(answer.body, names) }),
    ...(typeof challenge === 'string' && { headers: { ...answer.headers, 'WWW-Authenticate': rename(challenge, names) } }),
  };
}

import { accessToken, loadMsal, stepUp } from '../session/session';
import { portalSettings } from '../session/portal-settings';
import { noteAzureTime } from './azure-time';
import { loadCode } from './load-code';
import { commandReason } from './reason';
import { type Asked, problemOf, ProblemError, toCallError } from './problem-error';
import { traceparent } from './traceparent';
import { announceUpdate } from './update';

/** What is asked by POST: a question too long for an address. */
const QUESTION = /\/(?:agents|capacity|check|key-survival|key-vault-access|outlooks|rights|script-values|times)$/;

/** Asks for no change: by its method (RFC 9110, 9.2.1), or by what it is. */
const isSafe = ({ method, url }: Request) =>
  method === 'GET' || method === 'HEAD' || (method === 'POST' && QUESTION.test(new URL(url).pathname));

const askedFor = (request: Request): Asked =>
  isSafe(request) ? { onlyRead: true } : { onlyRead: false, sentTo: new URL(request.url).pathname.slice('/api'.length) };

const VAULT = /\/vaults\/([^/]+)\/([^/]+)\/([^/]+)\//;
const RESTORE = /\/restores\/([0-9a-f-]{36})(?:\/|$)/;

/** The restore in which the person stands: subscription, resource group, vault and job, encoded as they are in the address. */
function journeyOf(pathname: string): string | undefined {
  const [vault, restore] = [VAULT.exec(pathname), RESTORE.exec(pathname)];
  return vault && restore ? [...vault.slice(1), restore[1]].join('/') : undefined;
}

/** Says with what may be a command why it is given, and within which restore. */
function sayWhy({ headers }: Request): void {
  const reason = commandReason.toSend();
  const journey = journeyOf(window.location.pathname);
  if (reason !== null) headers.set('x-tresor-reason', encodeURIComponent(reason));
  if (journey !== undefined) headers.set('x-tresor-journey', journey);
}

async function send(request: Request, token: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${token}`);
  request.headers.set('x-tresor-build', portalSettings.build);
  request.headers.set('traceparent', traceparent());
  if (!isSafe(request)) sayWhy(request);
  try {
    const response = await fetch(request);
    noteAzureTime(response.headers.get('x-tresor-azure-time'));
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    const problem = { title: 'No answer', status: 0, code: 'offline', correlationId: null } as const;
    throw new ProblemError({ ...problem, ...askedFor(request) }, { cause: error });
  }
}

/** RFC 6750 with the claims challenge of Entra: `Bearer error="insufficient_claims", claims="<base64>"`. */
function claimsOf(response: Response): string | undefined {
  const encoded = /claims="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1];
  return encoded === undefined ? undefined : atob(encoded);
}

/** Without a token nothing is sent. */
async function tokenFor(request: Request): Promise<string> {
  try {
    return await accessToken();
  } catch (cause) {
    // The code that renews it may be one that the server no longer has.
    if (cause instanceof TypeError && navigator.onLine) await loadCode(loadMsal);
    const problem = { title: 'No token', status: 0, code: 'sign-in-service-unavailable', correlationId: null } as const;
    throw new ProblemError({ ...problem, ...askedFor(request) }, { cause });
  }
}

/** A token in place of the refused one: one that was got meanwhile, else after step-up where claims are asked for, else a fresh one. */
async function nextToken(refusal: Response, refused: string): Promise<string> {
  const present = await accessToken();
  if (present !== refused) return present;
  const claims = claimsOf(refusal);
  return claims === undefined ? accessToken(true) : stepUp(claims);
}

/** An answer that breaks off on its way knows what was asked, too. */
function toTheEnd(response: Response, asked: Asked): Response {
  const read = () => Response.prototype.text.call(response);
  const text = () => read().catch((error: unknown) => Promise.reject(error instanceof TypeError ? toCallError(error, asked) : error));
  return Object.defineProperty(response, 'text', { value: text });
}

/** Sends with the user's token. A 401 gets one more try with another token; without one it stands. */
export async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await tokenFor(request);
  let response = await send(request, token);
  if (response.status === 401) {
    const next = await nextToken(response, token).catch(() => undefined);
    if (next !== undefined) response = await send(again, next);
  }
  if (response.ok) return toTheEnd(response, askedFor(request));
  const error = await problemOf(response, askedFor(request));
  if (error.problem.code === 'version-mismatch') announceUpdate();
  throw error;
}

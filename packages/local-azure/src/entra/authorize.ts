import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { findUser } from '../world/directory/directory';
import type { Application, User } from '../world/directory/directory';
import { isRedirectUri, redirectUrisOf, requireClient } from './clients';
import { issueCode } from './codes';
import { isForeign } from '../pages/foreign';
import { OAuthError } from './oauth-error';
import { answerApplication } from './reply';
import type { Reply } from './reply';
import { signedIn, signIn } from './sessions';
import { errorPage, signInPage } from './sign-in-page';
import { contextAskedFor, stepUpRequired } from './step-up';
import { clientInfo } from './tokens';
import type { Entra } from './entra';

interface Asked extends Reply {
  clientId: string;
  forProgram: boolean;
  scope: string;
  challenge: string;
  nonce: string | undefined;
  prompt: string;
  loginHint: string | undefined;
  /** Authentication context asked for. */
  context: string | undefined;
}

function requirePkce(query: URLSearchParams): string {
  const challenge = query.get('code_challenge');
  if (challenge && query.get('code_challenge_method') === 'S256') return challenge;
  throw new OAuthError(
    'invalid_request',
    9002325,
    'Proof Key for Code Exchange with S256 is required for cross-origin authorization code redemption.',
  );
}

function read(reply: Reply, client: Application, query: URLSearchParams): Asked {
  if (query.get('response_type') !== 'code') {
    throw new OAuthError(
      'unsupported_response_type',
      700054,
      `response_type '${query.get('response_type') ?? ''}' is not enabled for the application.`,
    );
  }
  return {
    ...reply,
    clientId: client.appId,
    forProgram: client.kind === 'native',
    scope: query.get('scope') ?? '',
    challenge: requirePkce(query),
    nonce: query.get('nonce') ?? undefined,
    prompt: query.get('prompt') ?? '',
    loginHint: query.get('login_hint') ?? undefined,
    context: contextAskedFor(query.get('claims')),
  };
}

function grantCode(entra: Entra, asked: Asked, user: User, sessionId: string, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  const { clientId, redirectUri, scope, nonce, challenge, context } = asked;
  const content = { clientId, redirectUri, scope, challenge, sessionId, objectId: user.objectId };
  const code = issueCode(entra.world, { ...content, ...(nonce !== undefined && { nonce }), ...(context !== undefined && { context }) });
  return answerApplication(asked, { code, client_info: clientInfo(entra.authority, user), session_state: sessionId }, headers);
}

function refuse(reply: Reply, error: string, description: string): HttpAnswer {
  return answerApplication(reply, { error, error_description: description });
}

/** Who can be signed in without asking: the one hinted at, or the only one. */
function silently(users: readonly User[], hint: string | undefined): User | undefined {
  if (hint !== undefined) return users.find((user) => user.username.toLowerCase() === hint.toLowerCase());
  return users.length === 1 ? users[0] : undefined;
}

function withoutAsking(entra: Entra, request: HttpRequest, asked: Asked): HttpAnswer {
  const { sessionId, users } = signedIn(entra.world, request);
  if (asked.context !== undefined && asked.prompt === 'none') throw stepUpRequired(asked.context);
  // Any page can wait on a port of this computer as a program would, so for a program somebody has to click.
  const mayBeSilent = asked.context === undefined && !asked.forProgram;
  const user = mayBeSilent ? silently(users, asked.loginHint) : undefined;
  if (user && (asked.prompt === 'none' || asked.prompt === '')) return grantCode(entra, asked, user, sessionId);
  if (asked.prompt !== 'none') return signInPage(entra.world, request, asked.loginHint, asked.context !== undefined);
  if (asked.forProgram && users.length > 0)
    return refuse(asked, 'interaction_required', 'AADSTS50058: Signing in to a program takes a click here.');
  return users.length > 1 && asked.loginHint === undefined
    ? refuse(asked, 'interaction_required', 'AADSTS16000: Several accounts are signed in; one must be chosen.')
    : refuse(asked, 'login_required', 'AADSTS50058: A silent sign-in request was sent but no user is signed in.');
}

function fromPage(entra: Entra, request: HttpRequest, asked: Asked): HttpAnswer {
  const form = new URLSearchParams(request.body);
  if (form.has('cancel')) return refuse(asked, 'access_denied', 'AADSTS65004: The user declined to sign in.');
  const user = findUser(entra.world, form.get('username') ?? '');
  if (!user) return signInPage(entra.world, request, asked.loginHint, asked.context !== undefined);
  const { sessionId, cookie } = entra.world.write(() => signIn(entra.world, request, user, asked.context !== undefined));
  return grantCode(entra, asked, user, sessionId, { 'Set-Cookie': cookie });
}

/** What is wrong with a request whose redirect URI cannot be trusted is told to the person, never to that URI. */
function whereToAnswer(entra: Entra, query: URLSearchParams): { reply: Reply; client: Application } {
  const client = requireClient(entra.world, query.get('client_id'));
  const redirectUri = query.get('redirect_uri');
  if (!isRedirectUri(entra, redirectUri, client)) {
    throw new OAuthError(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri ?? ''}' does not match those of the application: ${redirectUrisOf(entra, client).spa.join(', ')}.`,
    );
  }
  const mode = query.get('response_mode');
  return {
    reply: { redirectUri, mode: mode === 'query' || mode === 'form_post' ? mode : 'fragment', state: query.get('state') },
    client,
  };
}

/** GET /{tenant}/oauth2/v2.0/authorize, and POST of the sign-in page to the same address. */
export function authorizeEndpoint(entra: Entra, request: HttpRequest): HttpAnswer {
  try {
    const { reply, client } = whereToAnswer(entra, request.query);
    try {
      const asked = read(reply, client, request.query);
      return request.method === 'POST' && !isForeign(request) ? fromPage(entra, request, asked) : withoutAsking(entra, request, asked);
    } catch (error) {
      if (error instanceof OAuthError) return refuse(reply, error.error, error.message);
      throw error;
    }
  } catch (error) {
    if (error instanceof OAuthError) return errorPage(request, error.message);
    throw error;
  }
}

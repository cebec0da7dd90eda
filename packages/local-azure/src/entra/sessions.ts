import { randomUUID } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';
import { findUser } from '../world/directory/directory';
import type { User } from '../world/directory/directory';
import { signsInWithSecondFactor } from '../world/directory/second-factor';
import type { World } from '../world/world';

/** Accounts signed in with one browser. */
interface Session {
  id: string;
  /** Object ids, the one used last at the end. */
  accounts: string[];
  /** Those of them that have proved more than a password. */
  proved?: string[];
}

function sessions(world: World) {
  return world.documents<Session>('sign-in-sessions');
}

/** Cookies ignore ports, so the port is part of the name: two worlds on one computer do not share a session. */
function cookieName(request: HttpRequest): string {
  return `local-azure-session-${new URL(request.origin).port || '80'}`;
}

function cookieOf(request: HttpRequest): string | undefined {
  const name = cookieName(request);
  const cookies = (header(request, 'cookie') ?? '').split(/; */);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

function sessionOf(world: World, request: HttpRequest): Session | undefined {
  const id = cookieOf(request);
  return id === undefined ? undefined : sessions(world).get(id);
}

/** Who is signed in with this browser, the one used last at the end. */
export function signedIn(world: World, request: HttpRequest): { sessionId: string; users: User[] } {
  const session = sessionOf(world, request);
  const users = (session?.accounts ?? []).map((objectId) => findUser(world, objectId)).filter((user) => user !== undefined);
  return { sessionId: session?.id ?? '', users };
}

/** How a person has signed in to a session, in the words of the claim `amr`: with a password, and with more. */
export function methodsOf(world: World, sessionId: string, objectId: string): string[] {
  const hasProved = signsInWithSecondFactor(world, objectId) || sessions(world).get(sessionId)?.proved?.includes(objectId);
  return hasProved ? ['pwd', 'mfa'] : ['pwd'];
}

/** Adds an account to the browser's session, `proves`: with more than a password. Answers the session and the cookie that carries it. */
export function signIn(world: World, request: HttpRequest, user: User, proves: boolean): { sessionId: string; cookie: string } {
  const before = sessionOf(world, request);
  const proved = proves ? [user.objectId] : [];
  const session: Session = {
    id: before?.id ?? randomUUID(),
    accounts: [...(before?.accounts ?? []).filter((account) => account !== user.objectId), user.objectId],
    proved: [...new Set([...(before?.proved ?? []), ...proved])],
  };
  sessions(world).put(session.id, session);
  return { sessionId: session.id, cookie: `${cookieName(request)}=${session.id}; Path=/; HttpOnly; SameSite=Lax` };
}

/** Takes a person out of every browser's session: what comes next asks who it is. */
export function signOutEverywhere(world: World, objectId: string): void {
  for (const session of sessions(world).list()) {
    const accounts = session.accounts.filter((account) => account !== objectId);
    if (accounts.length > 0) sessions(world).put(session.id, remaining(session, accounts));
    else sessions(world).delete(session.id);
  }
}

/** Takes an account out of the browser's session; all of them when none is named. */
export function signOut(world: World, request: HttpRequest, username: string | undefined): void {
  const session = sessionOf(world, request);
  if (!session) return;
  const leaving = username === undefined ? undefined : findUser(world, username)?.objectId;
  const accounts = leaving === undefined ? [] : session.accounts.filter((account) => account !== leaving);
  if (accounts.length > 0) sessions(world).put(session.id, remaining(session, accounts));
  else sessions(world).delete(session.id);
}

/** Who signs in again after signing out has proved nothing yet. */
const remaining = (session: Session, accounts: string[]): Session => ({
  ...session,
  accounts,
  proved: (session.proved ?? []).filter((account) => accounts.includes(account)),
});

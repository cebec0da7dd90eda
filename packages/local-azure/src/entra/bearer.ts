import type { Principal } from '../world/directory/principal';
import type { Authority } from './authority';

/** What is wrong with a request's token. */
export type TokenProblem = 'missing' | 'malformed' | 'expired' | 'revoked' | 'audience';

/** `permissions`: the scopes granted for a person, or the roles of a program. */
export type Bearer =
  | { principal: Principal; permissions: string[]; problem?: undefined }
  | { principal?: undefined; problem: TokenProblem; audience?: string };

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function withoutSlash(audience: string): string {
  return audience.replace(/(?<!\/)\/+$/, '');
}

/** Reads the bearer token of a request and checks that it was issued by us, for one of the audiences (their trailing slash aside). */
export async function readBearer(authority: Authority, authorization: string | undefined, audiences: readonly string[]): Promise<Bearer> {
  if (!authorization) return { problem: 'missing' };
  const token = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  const read = token === undefined ? undefined : await authority.read(token);
  if (!read) return { problem: 'malformed' };
  if (read.expired) return { problem: 'expired' };
  if (read.revoked) return { problem: 'revoked' };
  const { aud, oid, tid, azp, iat, scp, roles, amr } = read.claims;
  const audience = withoutSlash(text(aud));
  if (!audiences.includes(audience)) return { problem: 'audience', audience };
  const permissions = [...text(scp).split(' '), ...(Array.isArray(roles) ? roles.map(String) : [])].filter(Boolean);
  const isSingle = Array.isArray(amr) && !amr.includes('mfa');
  return {
    permissions,
    principal: {
      objectId: text(oid),
      tenantId: text(tid),
      appId: text(azp),
      ...(iat !== undefined && { issuedAt: iat }),
      ...(isSingle && { singleFactor: true }),
    },
  };
}

import type { Request, RequestHandler } from 'express';
import { Problem } from '../problem';

/** What a segment may be written with (RFC 3986, pchar). */
const SEGMENT = /^(?:[\w.~!$&'()*+,;=:@-]|%[0-9a-f]{2})+$/i;
/** Letters, digits and `-._~` stand for themselves. */
const NEEDLESSLY_ENCODED = /%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i;
/** What separates, begins an encoding, or cannot be seen. */
const MISLEADING = /[/\\%\p{C}]/u;
/** All but a few are of nothing else, and cannot be written otherwise. */
const PLAIN = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/;
const QUERY = /^[!"$-~]*$/;

function isNormalSegment(segment: string): boolean {
  if (segment === '.' || segment === '..' || !SEGMENT.test(segment) || NEEDLESSLY_ENCODED.test(segment)) return false;
  try {
    return !MISLEADING.test(decodeURIComponent(segment));
  } catch {
    return false;
  }
}

/**
 * Whether all who take the target of a request apart find the same in it: each segment is written in the one way there is, so that
 * nothing is left to normalize. Addresses of pages may end with a slash, those of the API may not.
 */
export function isNormal(target: string): boolean {
  const [, path = '', query = ''] = /^(\/[^?]*)\??(.*)$/s.exec(target) ?? [];
  if (path === '/' || PLAIN.test(path)) return QUERY.test(query);
  const isPage = !/^\/api\//i.test(path);
  const segments = (isPage && path.endsWith('/') ? path.slice(1, -1) : path.slice(1)).split('/');
  return QUERY.test(query) && segments.every(isNormalSegment);
}

/** Where the portal says that there is no such page. */
const NOWHERE = '/not-found';

/** Whether somebody goes to a page with a browser, which shows what it is answered. */
const isVisit = ({ method, originalUrl, headers: { accept } }: Request) =>
  (method === 'GET' || method === 'HEAD') && !/^\/api(?:[/?]|$)/i.test(originalUrl) && accept?.includes('text/html') === true;

/** Stands before everything that looks at a path. */
export const onlyNormalPaths: RequestHandler = (req, res, next) => {
  if (isNormal(req.originalUrl)) return next();
  if (isVisit(req)) return res.set('cache-control', 'no-store').redirect(303, NOWHERE);
  return next(new Problem('invalid-request', { fields: ['path'] }));
};

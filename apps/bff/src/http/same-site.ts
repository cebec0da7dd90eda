import type { RequestHandler } from 'express';
import { Problem } from '../problem';

/** Answers only under the name people open; in local mode the loopback address leads there. */
export function onlyOurHost(publicOrigin: string, local: boolean): RequestHandler {
  const { host, port } = new URL(publicOrigin);
  const aliases = local ? new Set([`127.0.0.1:${port}`, `[::1]:${port}`]) : new Set<string>();
  return (req, res, next) => {
    // Node takes the first of several, and what stands before the server perhaps another.
    const [asked, ...others] = (req.headersDistinct.host ?? []).map((name) => name.toLowerCase());
    if (others.length > 0) return next(new Problem('foreign-origin'));
    if (asked === host) return next();
    if (asked !== undefined && aliases.has(asked)) {
      if (req.path.startsWith('/api')) return next();
      return res.redirect(308, publicOrigin + req.originalUrl);
    }
    return next(new Problem('foreign-origin'));
  };
}

/** JSON has no other encoding between systems (RFC 8259). */
const JSON_IN_UTF_8 = /^application\/json\s*(?:;\s*charset=(?:utf-8|"utf-8")\s*)?$/i;

/** Lets only our own page call: what a browser says of where a request comes from must be us. */
export function onlyOurPage(publicOrigin: string): RequestHandler {
  return (req, _res, next) => {
    const { origin, 'sec-fetch-site': site, 'content-type': type } = req.headers;
    if (origin !== undefined && origin !== publicOrigin) return next(new Problem('foreign-origin'));
    if (site !== undefined && site !== 'same-origin') return next(new Problem('foreign-origin'));
    const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
    if (hasBody && !JSON_IN_UTF_8.test(type ?? '')) return next(new Problem('invalid-request', { fields: ['content-type'] }));
    if (!/^(?:identity)?$/i.test(req.get('content-encoding') ?? ''))
      return next(new Problem('invalid-request', { fields: ['content-encoding'] }));
    return next();
  };
}

export const BUILD_HEADER = 'x-tresor-build';

/** Refuses a page of another build. The header also keeps out forms and plain links of other sites. */
export function onlyThisBuild(build: string): RequestHandler {
  return (req, _res, next) => {
    const asked = req.get(BUILD_HEADER);
    if (asked === undefined) return next(new Problem('invalid-request', { fields: [BUILD_HEADER] }));
    return next(asked === build ? undefined : new Problem('version-mismatch'));
  };
}

const CONDITIONS = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'if-range', 'range'] as const;

/** Answers of the API are made for one request: never stored, never `304`. */
export const neverCached: RequestHandler = (req, res, next) => {
  for (const header of CONDITIONS) delete req.headers[header];
  res.set('cache-control', 'no-store');
  next();
};

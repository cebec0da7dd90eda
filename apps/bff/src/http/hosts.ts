import type { RequestHandler } from 'express';
import { Problem } from '../problem';

/** Answers only under the name people open; in local mode the loopback address leads there. */
export function onlyOurHost(publicOrigin: string, local: boolean): RequestHandler {
  const { host, port } = new URL(publicOrigin);
  const aliases = local ? new Set([`127.0.0.1:${port}`, `[::1]:${port}`]) : new Set<string>();
  return (req, res, next) => {
    const asked = req.headers.host?.toLowerCase();
    if (asked === host) return next();
    if (asked !== undefined && aliases.has(asked)) {
      if (req.path.startsWith('/api')) return next();
      return res.redirect(308, publicOrigin + req.originalUrl);
    }
    return next(new Problem('foreign-origin'));
  };
}

import type { RequestHandler } from 'express';
import type { Logger } from './logging';

/** So many are said; anyone who sends such headers from everywhere does not fill the log. */
const MOST_LOGGED = 10;

/** Says once of each proxy that it is not among the trusted ones: all who come through it count as one address. */
export function warnOfUntrustedProxies(logger: Logger): RequestHandler {
  const logged = new Set<string>();
  return (req, _res, next) => {
    const peer = req.socket.remoteAddress ?? '';
    const isForwarded = req.headers['x-forwarded-for'] !== undefined || req.headers['forwarded'] !== undefined;
    const trusts: (address: string, hop: number) => boolean = req.app.get('trust proxy fn');
    if (isForwarded && !logged.has(peer) && logged.size < MOST_LOGGED && !trusts(peer, 0)) {
      logged.add(peer);
      logger.warn({ peer }, 'a proxy that TRESOR_TRUSTED_PROXIES does not name: all who come through it count as one address');
    }
    next();
  };
}

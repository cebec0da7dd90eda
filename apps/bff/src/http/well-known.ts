import { Router, type RequestHandler } from 'express';
import type { Config } from '../config';
import { Problem } from '../problem';

const DAY = 86_400_000;
/** As long as the file may be believed; RFC 9116 advises against more than a year. */
const BELIEVED_MS = 180 * DAY;

/** What stands below `/.well-known`: where vulnerabilities are reported (RFC 9116), where a contact is set. The portal has no page there. */
export function wellKnown({ security, publicOrigin }: Pick<Config, 'security' | 'publicOrigin'>): Router {
  const router = Router();
  if (security) router.get('/.well-known/security.txt', securityTxt(security, publicOrigin));
  return router.use('/.well-known', (_req, _res, next) => next(new Problem('route-not-found')));
}

function securityTxt({ contact, policy }: NonNullable<Config['security']>, origin: string): RequestHandler {
  return (_req, res) => {
    // The reader's calendar counts here, not Azure's.
    const expires = new Date(Date.now() + BELIEVED_MS).toISOString();
    const fields = [
      `Contact: ${contact}`,
      `Expires: ${expires}`,
      'Preferred-Languages: de, en',
      `Canonical: ${origin}/.well-known/security.txt`,
      ...(policy === undefined ? [] : [`Policy: ${policy}`]),
    ];
    res
      .set('cache-control', 'no-cache')
      .type('text/plain')
      .end(`${fields.join('\n')}\n`);
  };
}

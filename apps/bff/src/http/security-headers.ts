import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import * as z from 'zod';
import type { Config } from '../config';
import { CSP_REPORTS } from './csp-reports';
import { own } from '../own';

const PERMISSIONS_POLICY = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'serial', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ');

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'end_session_endpoint'];

/** Where the page may talk to the authority: its own origin, or those its metadata names. */
function authorityOrigins({ authority, authorityMetadata }: Pick<Config, 'authority' | 'authorityMetadata'>): string[] {
  if (authorityMetadata === undefined) return [new URL(authority).origin];
  const metadata = z.record(z.string(), z.unknown()).parse(JSON.parse(authorityMetadata));
  const urls = ENDPOINTS.map((name) => own(metadata, name)).filter((url) => typeof url === 'string');
  return [...new Set(urls.map((url) => new URL(url).origin))];
}

const nonceSource = (_req: IncomingMessage, res: ServerResponse & { locals?: Express.Locals }) => `'nonce-${res.locals?.nonce ?? ''}'`;

export function securityHeaders(config: Pick<Config, 'authority' | 'authorityMetadata' | 'mode'>): RequestHandler[] {
  const authority = authorityOrigins(config);
  const strictTransportSecurity = config.mode === 'cloud' && { maxAge: 31_536_000, includeSubDomains: true };
  const headers = (opener: 'same-origin-allow-popups' | false, ancestors: string) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'", nonceSource],
          'style-src': ["'self'", nonceSource],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'manifest-src': ["'self'"],
          'connect-src': ["'self'", ...authority],
          'frame-src': ["'self'", ...authority],
          'form-action': ["'self'", ...authority],
          'base-uri': ["'none'"],
          'frame-ancestors': [ancestors],
          'require-trusted-types-for': ["'script'"],
          // No code of the page makes markup or scripts out of text, and none may begin to.
          'trusted-types': ["'none'"],
          'report-to': ['csp'],
          'report-uri': [CSP_REPORTS],
        },
      },
      crossOriginOpenerPolicy: opener && { policy: opener },
      strictTransportSecurity,
      xFrameOptions: { action: ancestors === "'none'" ? 'deny' : 'sameorigin' },
    });
  const page = headers('same-origin-allow-popups', "'none'");
  // The sign-in answer arrives here in popups and hidden frames: it must keep its opener and may be framed by our own page.
  const signInAnswer = headers(false, "'self'");
  const data = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
    strictTransportSecurity,
    xFrameOptions: { action: 'deny' },
  });
  return [
    (req, res, next) => {
      if (req.path.startsWith('/api/')) return data(req, res, next);
      res.locals.nonce = randomBytes(16).toString('base64');
      res.set({ 'permissions-policy': PERMISSIONS_POLICY, 'reporting-endpoints': `csp="${CSP_REPORTS}"` });
      return (req.path.startsWith('/auth/') ? signInAnswer : page)(req, res, next);
    },
  ];
}

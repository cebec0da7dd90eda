import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { PortalSettings } from '@tresor/contracts';
import { Router, type RequestHandler } from 'express';

const YEAR = 31_536_000_000;

export interface Portal {
  /** Names the build; pages of another one are asked to reload. */
  build: string;
  serve(settings: PortalSettings): RequestHandler;
}

/** The built portal: everything in the folder as it is, source maps only where they are wanted, and its page for every other address. */
export function openPortal(dir: string | undefined, withMaps: boolean): Portal {
  const index = dir === undefined ? undefined : join(dir, 'index.html');
  if (dir === undefined || index === undefined || !existsSync(index)) return { build: 'dev', serve: () => (_req, _res, next) => next() };
  const template = readFileSync(index, 'utf8');
  return {
    build: createHash('sha256').update(template).digest('hex').slice(0, 16),
    serve: (settings) => Router().use(serveFiles(dir, withMaps), servePage(template, settings)),
  };
}

/** Source maps are for development on this machine. */
const isMap = (name: string) => /\.map(?:\.br)?$/.test(name);

function serveFiles(dir: string, withMaps: boolean): RequestHandler {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => withMaps || !isMap(name));
  const files = new Set(names.map((name) => `/${name.split(sep).join('/')}`));
  return (req, res, next) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || req.path === '/index.html' || !files.has(req.path)) return next();
    const hashed = req.path.startsWith('/assets/');
    const packed = files.has(`${req.path}.br`);
    if (packed) res.vary('accept-encoding');
    const brotli = packed && req.acceptsEncodings('br') === 'br';
    if (brotli) res.set('content-encoding', 'br');
    res.type(req.path.slice(req.path.lastIndexOf('.')));
    const name = brotli ? `${req.path}.br` : req.path;
    const caching = hashed ? { maxAge: YEAR, immutable: true } : { cacheControl: false, headers: { 'cache-control': 'no-cache' } };
    return res.sendFile(name.slice(1), { root: dir, ...caching }, (error) => {
      if (!error) return;
      if (!res.headersSent) res.removeHeader('content-encoding');
      next(res.headersSent || isMissing(error) ? undefined : error);
    });
  };
}

/** A newer build took the file away. */
const isMissing = (error: Error) => 'code' in error && error.code === 'ENOENT';

/** JSON inside a script element must not be able to end it. */
const forHtml = (json: string) => json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function servePage(template: string, settings: PortalSettings): RequestHandler {
  const [head, ...rest] = template.split('__PORTAL_SETTINGS__');
  const page = [head, ...rest].join(forHtml(JSON.stringify(settings)));
  const parts = page.split('__NONCE__');
  return Router().get('/{*splat}', (req, res, next) => {
    if (req.path.startsWith('/api/') || req.path.startsWith('/assets/') || req.path === '/api') return next();
    return res.set('cache-control', 'no-cache').type('html').end(parts.join(res.locals.nonce));
  });
}

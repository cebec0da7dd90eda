import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { PortalSettings } from '@tresor/contracts';
import { Router, type RequestHandler, type Request } from 'express';
import { own } from '../own';
import { compress } from './compress';
import { cookieOf } from './cookie-of';
import { openWrittenPages, type Language } from './written-pages';

const YEAR = 31_536_000_000;
/** An eighth less to send than with 1, for a tenth of a millisecond. */
const PAGE_QUALITY = 4;
const WRITTEN = 'pages.json';
/** What is in the folder and not for the browser. */
const KEPT_BACK = new Set(['/index.html', `/${WRITTEN}`]);

interface Portal {
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
    serve: (settings) => Router().use(serveFiles(dir, withMaps), servePage(template, openWrittenPages(join(dir, WRITTEN)), settings)),
  };
}

/** Source maps are for development on this machine: a header names them there, so that the scripts need not. */
const isMap = (name: string) => /\.map(?:\.br)?$/.test(name);

function serveFiles(dir: string, withMaps: boolean): RequestHandler {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => withMaps || !isMap(name));
  const files = new Set(names.map((name) => `/${name.split(sep).join('/')}`));
  return (req, res, next) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || KEPT_BACK.has(req.path) || !files.has(req.path)) return next();
    const hashed = req.path.startsWith('/assets/');
    const packed = files.has(`${req.path}.br`);
    if (packed) res.vary('accept-encoding');
    const brotli = packed && req.acceptsEncodings('br') === 'br';
    if (brotli) res.set('content-encoding', 'br');
    if (files.has(`${req.path}.map`)) res.set('sourcemap', `${req.path}.map`);
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

const preload = (nonce: string, credentials: string) => (script: string) =>
  `<link rel="modulepreload" crossorigin="${credentials}" href="${script}" nonce="${nonce}">`;

/**
 * When a page is loaded again, the browser has its code in memory and compiles it there, in one go while nothing is heard. What is asked for
 * with other credentials it takes from its cache and compiles beside the page. The files are the same with either.
 */
const credentialsFor = ({ headers }: Request) => (headers['cache-control'] === 'max-age=0' ? 'use-credentials' : 'anonymous');

/** The page with what is there before anything runs: in the person's language and theme, nothing personal in it. */
function servePage(template: string, written: ReturnType<typeof openWrittenPages>, settings: PortalSettings): RequestHandler {
  const page = template.replace('__PORTAL_SETTINGS__', () => forHtml(JSON.stringify(settings)));
  return Router().get('/{*splat}', onlyPages, compress(PAGE_QUALITY), (req, res) => {
    const language = languageOf(req);
    const { title = '', html = '', scripts = [] } = written(req.path, language) ?? {};
    const nonce: string = res.locals.nonce;
    const credentials = credentialsFor(req);
    const parts: Readonly<Record<string, string>> = {
      LANGUAGE: language,
      THEME: themeOf(req),
      TITLE: title === '' ? 'Tresor' : `${title} – Tresor`,
      SCRIPTS: scripts
        .filter((script) => !page.includes(script))
        .map(preload(nonce, credentials))
        .join(''),
      PAGE: html,
      NONCE: nonce,
      CREDENTIALS: credentials,
    };
    res.set('cache-control', 'no-cache').vary('cookie, accept-language').type('html');
    return res.end(page.replace(/__(LANGUAGE|THEME|TITLE|SCRIPTS|PAGE|NONCE|CREDENTIALS)__/g, (_, part: string) => own(parts, part) ?? ''));
  });
}

/** A file that there is not goes on untouched. */
const onlyPages: RequestHandler = ({ path }, _res, next) => next(path.startsWith('/assets/') ? 'router' : undefined);

const LANGUAGES: readonly Language[] = ['en', 'de'];
const THEMES = ['system', 'light', 'dark'] as const;

/** What the person has chosen; else what the browser asks for; else English. */
function languageOf(req: Request): Language {
  const wanted = cookieOf(req, 'tresor-language') ?? req.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

function themeOf(req: Request): (typeof THEMES)[number] {
  const wanted = cookieOf(req, 'tresor-theme');
  return THEMES.find((theme) => theme === wanted) ?? 'system';
}

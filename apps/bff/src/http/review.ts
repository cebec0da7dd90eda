import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json, Router, type RequestHandler } from 'express';
import pLimit from 'p-limit';
import * as z from 'zod';
import type { ReviewPlace } from '../config';
import { Problem } from '../problem';
import { cookieOf } from './cookie-of';
import { neverCached, onlyOurPage } from './same-site';

const hash = z.string().regex(/^[0-9a-f]{16,64}$/);
const theme = z.enum(['light', 'dark', 'contrast']);
const common = { scene: z.string().min(1).max(100), language: z.enum(['de', 'en']) };
const authorship = { who: z.string().min(1).max(200), when: z.iso.datetime() };
const part = z.number().min(0).max(1);

const approvals = z.object({
  version: z.literal(1),
  decisions: z
    .array(
      z.object({
        ...common,
        verdict: z.enum(['approved', 'rejected']),
        ...authorship,
        reason: z.string().max(4000),
        images: z.partialRecord(theme, hash),
        structure: hash,
        environment: z.string().max(300),
        outline: z.array(z.string().max(8000)).max(5000),
      }),
    )
    .max(2000),
  comments: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        ...common,
        theme,
        ...authorship,
        text: z.string().min(1).max(4000),
        region: z.object({ x: part, y: part, width: part, height: part }),
        image: hash,
      }),
    )
    .max(5000),
});

/** The report of the documentation review at `/review`, and its approvals. */
export function serveReview({ folder, approvals: file, key }: ReviewPlace, publicOrigin: string): Router {
  const router = Router();
  router.get('/', takeKey(key));
  router.get('/', servePage(join(folder, 'index.html')));
  // One after the other, so that nothing is written between a look at the file and its replacement.
  const inTurn = pLimit(1);
  router.use('/approvals', keepIfMatch, neverCached, onlyOurPage(publicOrigin));
  router.get('/approvals', (_req, res, next) => {
    readText(file).then((text) => res.set('etag', markOf(text)).type('json').send(text), next);
  });
  router.post('/approvals', onlyWithKey(key), json({ limit: '8mb' }), (req, res, next) => {
    const parsed = approvals.safeParse(req.body);
    const fields = parsed.error?.issues.map(({ path }) => path.join('.')).slice(0, 5);
    if (!parsed.success) return next(new Problem('invalid-request', { fields }));
    return inTurn(async () => {
      if (markOf(await readText(file)) !== res.locals['expected']) throw new Problem('conflict');
      await replaceText(file, `${JSON.stringify(parsed.data, null, 2)}\n`);
    }).then(() => res.status(204).end(), next);
  });
  return router;
}

/** What makes an answer one for all requests takes conditions away. */
const keepIfMatch: RequestHandler = (req, res, next) => {
  res.locals['expected'] = req.get('if-match');
  next();
};

const COOKIE = 'tresor-review';

const sameBytes = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);

const isKey = (given: unknown, key: string) => typeof given === 'string' && sameBytes(Buffer.from(given), Buffer.from(key));

/** The key comes in the address that is printed at the start, and stays with the browser. */
const takeKey =
  (key: string): RequestHandler =>
  (req, res, next) => {
    if (req.query['key'] === undefined) return next();
    if (!isKey(req.query['key'], key)) return next(new Problem('forbidden'));
    return res.set('set-cookie', `${COOKIE}=${key}; Path=/review; HttpOnly; SameSite=Strict`).redirect(303, req.baseUrl);
  };

const onlyWithKey =
  (key: string): RequestHandler =>
  (req, _res, next) =>
    next(isKey(cookieOf(req, COOKIE), key) ? undefined : new Problem('forbidden'));

const readText = async (file: string) => (existsSync(file) ? readFile(file, 'utf8') : '{"version":1,"decisions":[],"comments":[]}');

/** An `ETag`: who saves says by it which file was read before, so that nobody's decisions are written over unseen. */
const markOf = (text: string) => `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;

/** All or nothing: a reader never finds half of it. */
async function replaceText(file: string, text: string): Promise<void> {
  const half = `${file}.new`;
  await writeFile(half, text);
  await rename(half, file);
}

/** The page as it lies there now: a new review is seen without a restart. */
const servePage =
  (file: string): RequestHandler =>
  (_req, res, next) => {
    if (!existsSync(file)) return next();
    const send = (page: string) => res.set('cache-control', 'no-store').type('html').send(page.replaceAll('__NONCE__', res.locals.nonce));
    return readFile(file, 'utf8').then(send, next);
  };

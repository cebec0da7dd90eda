import { json, Router } from 'express';
import * as z from 'zod';
import { codeWord } from '../azure-words';
import { Problem } from '../problem';
import type { Logger } from './logging';

/** Below `/api`. */
export const CSP_REPORTS_IN_API = '/csp-reports';
export const CSP_REPORTS = `/api${CSP_REPORTS_IN_API}`;

const text = z.string().optional();

/** As the Reporting API sends it, and as `report-uri` does. */
const report = z.union([
  z
    .object({ type: z.literal('csp-violation'), body: z.object({ effectiveDirective: text, blockedURL: text, sourceFile: text }) })
    .transform(({ body }) => ({ directive: body.effectiveDirective, blocked: body.blockedURL, source: body.sourceFile })),
  z
    .object({
      'csp-report': z.object({ 'effective-directive': text, 'violated-directive': text, 'blocked-uri': text, 'source-file': text }),
    })
    .transform(({ 'csp-report': body }) => ({
      directive: body['effective-directive'] ?? body['violated-directive'],
      blocked: body['blocked-uri'],
      source: body['source-file'],
    })),
]);

const MOST_REPORTS = 20;
const reports = z.union([z.array(z.unknown()).max(MOST_REPORTS), z.unknown().transform((one) => [one])]);

/** Where something came from, without what stands in its query; a word such as `inline` as it is. */
function placeOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return codeWord(url);
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`.slice(0, 200);
}

const MINUTE = 60_000;
const MOST_LINES = 100;

/** Nobody signs in to report: what is beyond so many a minute is counted, and fills no log. */
function fewLines(logger: Logger): (values: object, sentence: string) => void {
  let asked = 0;
  const end = () => {
    if (asked > MOST_LINES) logger.warn({ more: asked - MOST_LINES }, 'browsers refused more of our page than is said');
    asked = 0;
  };
  return (values, sentence) => {
    if (asked === 0) setTimeout(end, MINUTE).unref();
    asked += 1;
    if (asked <= MOST_LINES) logger.warn(values, sentence);
  };
}

/** Writes down what browsers refused of our page: either a mistake of ours, or somebody tried something. */
export function cspReports(logger: Logger, publicOrigin: string): Router {
  const router = Router();
  const warn = fewLines(logger);
  router.post('/', (req, _res, next) => {
    const { origin, 'sec-fetch-site': site } = req.headers;
    const isForeign = (origin !== undefined && origin !== publicOrigin) || (site !== undefined && site !== 'same-origin');
    next(isForeign ? new Problem('foreign-origin') : undefined);
  });
  router.post('/', json({ type: ['application/csp-report', 'application/reports+json'], limit: '64kb' }), (req, res) => {
    for (const one of reports.parse(req.body ?? [])) {
      const parsed = report.safeParse(one).data;
      if (parsed === undefined) continue;
      const { directive, blocked, source } = parsed;
      warn({ directive: codeWord(directive), blocked: placeOf(blocked), source: placeOf(source) }, 'a browser refused part of our page');
    }
    res.status(204).end();
  });
  return router;
}

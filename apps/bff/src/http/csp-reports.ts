import { json, Router } from 'express';
import * as z from 'zod';
import { codeWord } from '../azure-words';
import { Problem } from '../problem';
import type { Logger } from './logging';

export const CSP_REPORTS = '/api/csp-reports';

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

/** Writes down what browsers refused of our page: either a mistake of ours, or somebody tried something. */
export function cspReports(logger: Logger, publicOrigin: string): Router {
  const router = Router();
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
      logger.warn(
        { directive: codeWord(directive), blocked: placeOf(blocked), source: placeOf(source) },
        'a browser refused part of our page',
      );
    }
    res.status(204).end();
  });
  return router;
}

import type { PortalSettings } from '@tresor/contracts';
import express, { Router, type Express } from 'express';
import type { Config } from './config';
import { answerProblem, lastWord } from './http/answer-problem';
import { compress } from './http/compress';
import { CSP_REPORTS_IN_API, cspReports } from './http/csp-reports';
import { health, type Readiness } from './http/health';
import { admit } from './http/locals';
import { correlate, requestLog, type Logger } from './http/logging';
import { onlyNormalPaths } from './http/normal-path';
import { openApi } from './http/open-api';
import { openPortal } from './http/portal';
import { Problem } from './problem';
import { limitAnonymous, limitByUser, limitRefusals, limitReports } from './http/rate-limits';
import { readJson } from './http/read-json';
import { serveReview } from './http/review';
import { neverCached, onlyOurHost, onlyOurPage, onlyThisBuild } from './http/same-site';
import { warnOfUntrustedProxies } from './http/untrusted-proxies';
import { watchRequests } from './http/watch-requests';
import { securityHeaders } from './http/security-headers';
import { wellKnown } from './http/well-known';
import { serveContract } from './routes/serve-contract';
import type { Services } from './routes/services';
import { API_SCOPE, type TokenAuthenticator } from './session/token-authenticator';

/** The way of every request, in order. */
export function createServer(
  config: Config,
  logger: Logger,
  authenticator: TokenAuthenticator,
  services: Services,
  readiness: Readiness,
): Express {
  const portal = openPortal(config.portalDir, config.mode === 'local');
  const server = express();
  server.set('trust proxy', config.trustedProxies);
  server
    .disable('x-powered-by')
    .disable('etag')
    .set('env', 'production')
    .set('query parser', 'simple')
    .set('strict routing', true)
    .set('case sensitive routing', true);

  server.use(correlate);
  if (services.telemetry) server.use(watchRequests(services.telemetry));
  server.use(requestLog(logger), securityHeaders(config));
  server.use(onlyNormalPaths, warnOfUntrustedProxies(logger));
  server.use(onlyOurHost(config.publicOrigin, config.mode === 'local'));
  server.use(health(readiness), wellKnown(config));
  if (config.review) server.use('/review', serveReview(config.review, config.publicOrigin));
  server.use('/api', api(config, portal.build, logger, authenticator, services));
  server.use(portal.serve(portalSettings(config, portal.build)));

  server.use((_req, _res, next) => next(new Problem('route-not-found')));
  server.use(answerProblem, lastWord);
  return server;
}

/** One mount, and before the pages: each layer with a path of its own costs every request that passes by. */
function api(config: Config, build: string, logger: Logger, authenticator: TokenAuthenticator, services: Services): Router {
  const { publicOrigin, requestsPerMinute } = config;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(neverCached);
  router.get('/openapi.json', limitAnonymous(requestsPerMinute), compress(), openApi());
  router.use(CSP_REPORTS_IN_API, limitReports(), cspReports(logger, publicOrigin));
  router.use(onlyOurPage(publicOrigin), onlyThisBuild(build));
  router.use(admit(authenticator), limitRefusals(requestsPerMinute), limitByUser(requestsPerMinute));
  return router.use(readJson, compress(), serveContract(services));
}

const portalSettings = (config: Config, build: string): PortalSettings => ({
  clientId: config.portalClientId,
  authority: config.authority,
  ...(config.authorityMetadata !== undefined && { authorityMetadata: config.authorityMetadata }),
  apiScope: `api://${config.apiClientId}/${API_SCOPE}`,
  reasonRequired: config.reasonRequired,
  build,
});

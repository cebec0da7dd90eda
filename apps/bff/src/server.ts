import type { PortalSettings } from '@tresor/contracts';
import express, { type Express } from 'express';
import type { Config } from './config';
import { answerProblem, lastWord } from './http/answer-problem';
import { compress } from './http/compress';
import { CSP_REPORTS, cspReports } from './http/csp-reports';
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
  server.use(portal.serve(portalSettings(config, portal.build)));

  server.use('/api', neverCached);
  server.get('/api/openapi.json', limitAnonymous(config.requestsPerMinute), compress(), openApi());
  server.use(CSP_REPORTS, limitReports(), cspReports(logger, config.publicOrigin));
  server.use('/api', onlyOurPage(config.publicOrigin), onlyThisBuild(portal.build));
  server.use('/api', admit(authenticator), limitRefusals(config.requestsPerMinute));
  server.use('/api', limitByUser(config.requestsPerMinute));
  server.use('/api', readJson, compress(), serveContract(services));

  server.use((_req, _res, next) => next(new Problem('route-not-found')));
  server.use(answerProblem, lastWord);
  return server;
}

const portalSettings = (config: Config, build: string): PortalSettings => ({
  clientId: config.portalClientId,
  authority: config.authority,
  ...(config.authorityMetadata !== undefined && { authorityMetadata: config.authorityMetadata }),
  apiScope: `api://${config.apiClientId}/${API_SCOPE}`,
  reasonRequired: config.reasonRequired,
  build,
});

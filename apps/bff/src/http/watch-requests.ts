import type { RequestHandler } from 'express';
import type { Telemetry } from '../telemetry/telemetry';
import { routeTemplates } from './route-templates';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Of an answer that nobody waited for, as proxies log it. */
const CALLER_LEFT = 499;

/** Tells of every request by the template of its path: a span in its caller's trace, how long it took, what problem it ended with. */
export function watchRequests(telemetry: Telemetry): RequestHandler {
  const routeOf = routeTemplates();
  return (req, res, next) => {
    const started = performance.now();
    const method = METHODS.has(req.method) ? req.method : '_OTHER';
    const route = routeOf(method, req.path);
    const span = telemetry.openRequest(`${method} ${route}`, req.get('traceparent'), {
      'http.request.method': method,
      'http.route': route,
      'tresor.correlation_id': res.locals.correlationId,
      ...(telemetry.namesToo && { 'url.path': req.path }),
    });
    res.locals.span = span;
    res.once('close', () => {
      const { problem, principal } = res.locals;
      const status = res.writableFinished ? res.statusCode : CALLER_LEFT;
      const isFailure = res.writableFinished && status >= 500;
      telemetry.record('http.server.request.duration', (performance.now() - started) / 1000, {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      });
      if (problem !== undefined) telemetry.count('tresor.problems', { 'tresor.problem.code': problem, 'http.route': route });
      span.end(
        {
          'http.response.status_code': status,
          ...(problem !== undefined && { 'tresor.problem.code': problem }),
          ...(telemetry.namesToo && principal && { 'enduser.id': principal.oid }),
        },
        isFailure,
      );
    });
    next();
  };
}

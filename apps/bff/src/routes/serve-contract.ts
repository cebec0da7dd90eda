import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { RequestHandler } from 'express';
import { Deadline } from '../azure/deadline';
import { principalOf } from '../http/locals';
import { Problem } from '../http/problem';
import type { RouteContext } from './api';
import { router } from './router';
import type { Services } from './services';

/** A batch names up to 1,000 machines, each by an ARM id of some 150 bytes. */
const MAX_BODY_BYTES = 256 * 1024;
const MAX_REQUEST_MS = 30_000;

/** Serves the contract. Failures are not answered here but handed on, so that all of them are answered in one place. */
export function serveContract(services: Services): RequestHandler {
  const handler = new OpenAPIHandler<RouteContext>(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: MAX_BODY_BYTES })],
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          options.context.outcome.failure = error;
          return { matched: false, response: undefined };
        }
      },
    ],
  });
  return async (req, res, next) => {
    const left = new AbortController();
    const deadline = new Deadline(MAX_REQUEST_MS, left.signal);
    res.once('close', () => {
      if (!res.writableFinished) left.abort();
      deadline.done();
    });
    const azure = services.openAzure(principalOf(res), res.locals.correlationId, deadline.signal);
    const outcome: RouteContext['outcome'] = {};
    const { matched } = await handler.handle(req, res, { prefix: '/api', context: { azure, services, outcome } });
    if (!matched) next(outcome.failure ?? new Problem('route-not-found'));
  };
}

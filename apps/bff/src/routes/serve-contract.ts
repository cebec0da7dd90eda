import { OpenAPIHandler } from '@orpc/openapi/node';
import type { RequestHandler, Response } from 'express';
import { Deadline } from '../azure/connection/deadline';
import { forgetUnreadable } from '../azure/connection/failures';
import { principalOf } from '../http/locals';
import { commandHeadersOf } from '../http/command-headers';
import { Problem } from '../problem';
import type { Outcome, RouteContext } from './api';
import { router } from './router';
import { sendEvents } from './send-events';
import type { Services } from './services';

const MAX_REQUEST_MS = 30_000;

/** Their answers tell of Azure alone; those of the others also of what this side is about. */
const KEPT: ReadonlySet<string> = new Set(['vaults', 'policies', 'virtualMachines', 'items', 'jobs', 'recoveryPoints']);

/** An answer of so many bytes has taken most of the room that V8 has for what is new. */
const LONG = 512 * 1024;

const UNANSWERED = { matched: false, response: undefined } as const;

const isStream = (output: unknown) => typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

/** Matches and runs; what comes of it, other than a stream of oRPC's, is put into the outcome and answered here or by the error middleware. */
const openRouter = () =>
  new OpenAPIHandler<RouteContext>(router, {
    clientInterceptors: [
      async (options) => {
        const { outcome } = options.context;
        const output = await options.next();
        if (output === undefined || isStream(output)) return output;
        outcome.json ??= Buffer.from(JSON.stringify(output));
        outcome.mayKeep = KEPT.has(options.path[0] ?? '');
        return undefined;
      },
    ],
    interceptors: [
      async (options) => {
        const { outcome } = options.context;
        try {
          const result = await options.next();
          if (!outcome.json && !outcome.messages) return result;
          outcome.status = result.response?.status;
        } catch (error) {
          outcome.failure = error;
        }
        return UNANSWERED;
      },
    ],
  });

/** Serves the contract. Failures are not answered here but handed on, so that all of them are answered in one place. */
export function serveContract(services: Services): RequestHandler {
  const handler = openRouter();
  return async (req, res, next) => {
    const deadline = new Deadline(MAX_REQUEST_MS);
    const end = () => {
      if (!res.writableFinished) deadline.leave();
      deadline.done();
    };
    // Who has left already, while it was found out who is asking, is not heard to leave any more.
    if (res.closed) end();
    else res.once('close', end);
    const azure = services.openAzure(principalOf(res), res.locals.correlationId, deadline.signal, res.locals.span);
    const known = req.method === 'GET' ? services.kept.get(azure, req.originalUrl) : undefined;
    if (known) return sendJson(res, 200, known, azure.now());
    const writes = azure.writes();
    const commandHeaders = commandHeadersOf(req);
    const outcome: Outcome = { report: (problem) => void (res.locals.problem = problem) };
    const { matched } = await handler.handle(req, res, { prefix: '/api', context: { azure, services, outcome, commandHeaders } });
    if (matched) return;
    if (outcome.messages && !outcome.failure) return sendEvents(res, outcome.messages);
    const { json, status = 200 } = outcome;
    if (!json) {
      forgetUnreadable(azure, outcome.failure);
      return next(outcome.failure ?? new Problem('route-not-found'));
    }
    if (outcome.mayKeep && req.method === 'GET' && status === 200) services.kept.keep(azure, req.originalUrl, json, writes);
    sendJson(res, status, json, azure.now());
  };
}

function sendJson(res: Response, status: number, json: Buffer, now: Date): void {
  res.status(status).set({
    'content-type': 'application/json',
    'content-length': String(json.length),
    'x-tresor-azure-time': now.toISOString(),
  });
  if (json.length > LONG) res.once('close', () => setImmediate(clearAway));
  res.end(json);
}

/** V8 would do it amid the next long answer, when what that is made from is in use and has to be moved. */
const clearAway = () => globalThis.gc?.({ type: 'minor' });

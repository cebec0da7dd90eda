import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { destination, pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

export type { Logger };

const CORRELATION_HEADER = 'x-correlation-id';

/** To stderr: stdout is for the one line that says where we are ready. */
export const createLogger = (level = 'info'): Logger => pino({ level, base: null }, destination(2));

/** Named fields only; never headers, bodies or query strings. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (_req, res) => String(res.getHeader(CORRELATION_HEADER)),
    wrapSerializers: false,
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({ id: req.id, method: req.method, path: req.url.split('?')[0] }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: () => undefined,
    },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'warn' : 'debug'),
    quietReqLogger: true,
  });
}

/** The id under which this request is found in our log and in Azure's. */
export const correlate: RequestHandler = (_req, res, next) => {
  res.locals.correlationId = randomUUID();
  res.set(CORRELATION_HEADER, res.locals.correlationId);
  next();
};

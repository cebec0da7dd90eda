import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { LineSink } from '../line-sink';

export type { Logger };

const CORRELATION_HEADER = 'x-correlation-id';

/** To stderr: stdout is for the one line that says where we are ready. The log says itself how many lines it lacks. */
export function createLogger(level = 'info', fd = 2): Logger {
  const sink = new LineSink(fd, {
    failed: () => undefined,
    lacks: (dropped) => logger.warn({ dropped }, 'lines are missing here'),
  });
  const logger = pino({ level, base: null }, sink);
  return logger;
}

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

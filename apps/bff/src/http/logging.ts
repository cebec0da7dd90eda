import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pino, type Logger } from 'pino';
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

const levelOf = (status: number) => (status >= 500 ? 'error' : status >= 400 ? 'warn' : 'debug');

/** How each request ended. Named fields only; never headers, bodies or query strings. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const since = Date.now();
    res.locals.logger = logger;
    res.once('close', () => {
      const { statusCode: status, writableFinished, locals } = res;
      const level = levelOf(status);
      if (!logger.isLevelEnabled(level)) return;
      const request = { id: locals.correlationId, method: req.method, path: req.originalUrl.split('?')[0] };
      const message = writableFinished ? 'request completed' : 'request aborted';
      logger[level]({ req: request, res: { status }, responseTime: Date.now() - since }, message);
    });
    next();
  };
}

/** The id under which this request is found in our log and in Azure's. */
export const correlate: RequestHandler = (_req, res, next) => {
  res.locals.correlationId = randomUUID();
  res.set(CORRELATION_HEADER, res.locals.correlationId);
  next();
};

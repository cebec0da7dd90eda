import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { destination, pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

export type { Logger };

const CORRELATION_HEADER = 'x-correlation-id';

const MOST_WAITING = 1024 * 1024;

/**
 * To stderr: stdout is for the one line that says where we are ready. A full disk, or nobody reading, holds up no request: lines beyond
 * what may wait are counted, and the log says later how many it lacks.
 */
export function createLogger(level = 'info', fd = 2): Logger {
  const sink = destination({ dest: fd, sync: false, maxLength: MOST_WAITING });
  const logger = pino({ level, base: null }, sink);
  let dropped = 0;
  sink.on('drop', () => (dropped += 1));
  // What waits is written again with the next line.
  sink.on('error', () => undefined);
  sink.on('drain', () => {
    if (dropped === 0) return;
    logger.warn({ dropped }, 'lines are missing here');
    dropped = 0;
  });
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

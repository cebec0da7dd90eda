import { ORPCError, ValidationError } from '@orpc/server';
import type { ErrorRequestHandler, Response } from 'express';
import { sanitise } from '../azure-words';
import { Problem } from '../problem';

/** Whatever was thrown, as a problem of the contract. What nobody foresaw is `internal`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ORPCError) return ofOrpc(error);
  // The time of the request is over, or the server is leaving.
  if (error instanceof Error && error.name === 'AbortError') return new Problem('azure-timeout', { retryAfter: 5, cause: error });
  if (isTooLong(error)) return new Problem('request-too-large');
  if (isUnreadBody(error)) return new Problem('invalid-request', { cause: error });
  return new Problem('internal', { cause: error });
}

/** What Express's own readers of bodies say of the caller's mistakes; what else cannot be parsed is ours, and none. */
const isUnreadBody = (error: unknown) =>
  error instanceof Error && 'expose' in error && 'status' in error && Number(error.status) >= 400 && Number(error.status) < 500;

const isTooLong = (error: unknown) => error instanceof Error && 'type' in error && error.type === 'entity.too.large';

function ofOrpc(error: ORPCError<string, unknown>): Problem {
  if (error.code !== 'BAD_REQUEST') return new Problem('internal', { cause: error });
  if (!(error.cause instanceof ValidationError)) return new Problem('invalid-request', { cause: error });
  const paths = error.cause.issues.map((issue) =>
    (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
  );
  return new Problem('invalid-request', { fields: [...new Set(paths)] });
}

function headersOf(problem: Problem): Record<string, string> {
  const { claims, retryAfter } = problem.details;
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  if (claims !== undefined) {
    headers['www-authenticate'] = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  } else if (problem.status === 401) {
    headers['www-authenticate'] = 'Bearer error="invalid_token"';
  }
  return headers;
}

function sendProblem(res: Response, problem: Problem): void {
  res.locals.problem = problem.code;
  res
    .status(problem.status)
    .set(headersOf(problem))
    .end(JSON.stringify(problem.body(res.locals.correlationId)));
}

/** The one place where failures become answers. */
export const answerProblem: ErrorRequestHandler = (error, _req, res, _next) => {
  const { logger, correlationId: reqId } = res.locals;
  if (res.closed) {
    logger.info({ reqId, reason: reasonOf(error) }, 'the caller left');
    return;
  }
  const problem = toProblem(error);
  if (problem.status >= 500) logger.error({ reqId, code: problem.code, reason: reasonOf(problem) }, 'failed');
  if (res.headersSent) res.destroy();
  else sendProblem(res, problem);
};

/** When even the answering of a failure fails: Express would show a page of its own. */
export const lastWord: ErrorRequestHandler = (_error, _req, res, _next) => {
  if (res.headersSent) res.destroy();
  else sendProblem(res, new Problem('internal'));
};

/** Names and messages only: SDK errors carry the request with its token. */
export function reasonOf(error: unknown): string[] {
  const reasons: string[] = [];
  for (let at = error; at instanceof Error && reasons.length < 5; at = at.cause) {
    const where = at.stack?.split('\n')[1]?.trim() ?? '';
    reasons.push(`${at.name}: ${sanitise(at.message)} ${where}`);
  }
  return reasons;
}

import type { Problem } from '@tresor/contracts';
import { isProblemCode, type ProblemCode } from '@tresor/contracts/problem-codes';

/** Codes of the server, and three of our own: no answer at all, an answer that is none of our server's, and a fault of the page itself. */
export type PortalProblemCode = ProblemCode | 'offline' | 'unreadable-answer' | 'page-fault';

export type PortalProblem = Omit<Problem, 'code' | 'type' | 'correlationId'> & {
  code: PortalProblemCode;
  correlationId: string | null;
  /** What failed only read: it cannot have changed anything, whatever became of it. */
  onlyRead?: boolean;
  /** Where a command was sent, below /api: it tells what the command is about. */
  sentTo?: string;
};

/** What the portal knows of what it asked for. */
export type Asked = Pick<PortalProblem, 'onlyRead' | 'sentTo'>;

export class ProblemError extends Error {
  readonly problem: PortalProblem;

  constructor(problem: PortalProblem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.title}`, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && isProblemCode(String(value.code)) && 'correlationId' in value;

function ofOurs(code: PortalProblemCode, cause: unknown, asked?: Asked): ProblemError {
  const title = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError({ title, status: 0, code, correlationId: null, ...asked }, { cause });
}

/** Whatever was thrown, as the one kind of error the screens show. */
export function toProblemError(error: unknown, asked?: Asked): ProblemError {
  if (error instanceof ProblemError) return error;
  // The client says of an answer whose end does not come only that it cannot be parsed.
  if (error instanceof Error && error.cause instanceof ProblemError) return error.cause;
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) return ofOurs('page-fault', error);
  if (typeof error === 'object' && error !== null && 'data' in error && isProblem(error.data))
    return new ProblemError({ ...error.data, ...asked });
  return ofOurs('unreadable-answer', error, asked);
}

/** The same of what was thrown while the server was asked: an answer that breaks off is a TypeError of the browser's. */
export const toCallError = (error: unknown, asked?: Asked): ProblemError =>
  error instanceof TypeError ? ofOurs('offline', error, asked) : toProblemError(error, asked);

export async function problemOf(response: Response, asked: Asked): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return new ProblemError({ ...body, ...asked });
  return new ProblemError({
    ...asked,
    title: response.statusText,
    status: response.status,
    code: 'unreadable-answer',
    correlationId: response.headers.get('x-correlation-id'),
  });
}

export async function translated<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw toCallError(error);
  }
}

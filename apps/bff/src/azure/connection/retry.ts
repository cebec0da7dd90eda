import { DelegateBackoff, handleWhen, retry, type IRetryBackoffContext } from 'cockatiel';
import { UpstreamFailure } from './upstream-failure';

/** `once`: a POST that starts something; it is never sent twice. */
export type CallKind = 'read' | 'idempotent-write' | 'once';

export const DEADLINE_MS = 10_000;
const FIRST_GAP_MS = 200;

const mayTryAgain = (error: Error) =>
  error instanceof UpstreamFailure && error.mayPass && (error.details.retryAfter ?? 0) * 1000 < DEADLINE_MS;

const gap = new DelegateBackoff((context: IRetryBackoffContext<unknown>) => {
  const reason = 'error' in context.result ? context.result.error : undefined;
  const wished = reason instanceof UpstreamFailure ? (reason.details.retryAfter ?? 0) * 1000 : 0;
  return wished + FIRST_GAP_MS * 2 ** (context.attempt - 1) * (0.5 + Math.random());
});

const threeTries = retry(handleWhen(mayTryAgain), { maxAttempts: 2, backoff: gap });

/** Runs the attempt, up to three times where that is safe, within one deadline. */
export async function withRetry<T>(kind: CallKind, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  if (kind === 'once') return attempt();
  return threeTries.execute(attempt, signal);
}

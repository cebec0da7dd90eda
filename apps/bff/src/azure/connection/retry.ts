import { DelegateBackoff, handleWhen, retry, type IRetryBackoffContext } from 'cockatiel';
import type { Deadline } from './deadline';
import { isStatus, UpstreamFailure } from './upstream-failure';

/**
 * `once`: a POST that starts something; it is never sent twice. `paced-write`: an idempotent one that comes through the gate of writes, where
 * it queues again when it is throttled.
 */
export type CallKind = 'read' | 'idempotent-write' | 'paced-write' | 'once';

export const DEADLINE_MS = 10_000;
const FIRST_GAP_MS = 200;
/** What must be left for a try after the wait; else Azure's refusal is passed on at once. */
const TRY_MS = 1_000;

const askedBy = (error: unknown) => (error instanceof UpstreamFailure ? (error.details.retryAfter ?? 0) * 1000 : 0);

const gap = new DelegateBackoff((context: IRetryBackoffContext<unknown>) => {
  const asked = 'error' in context.result ? askedBy(context.result.error) : 0;
  return asked + FIRST_GAP_MS * 2 ** (context.attempt - 1) * (0.5 + Math.random());
});

/** Runs the attempt, up to three times where that is safe, within one deadline. */
export async function withRetry<T>(kind: CallKind, deadline: Deadline, send: () => Promise<T>): Promise<T> {
  if (kind === 'once') return send();
  const attempt = kind === 'read' ? send : rememberingDoubt(send);
  const mayTryAgain = (error: unknown) =>
    error instanceof UpstreamFailure &&
    error.mayPass &&
    !(kind === 'paced-write' && isStatus(error, 429)) &&
    askedBy(error) + TRY_MS < deadline.left;
  return retry(handleWhen(mayTryAgain), { maxAttempts: 2, backoff: gap }).execute(attempt, deadline.signal);
}

/** A write that is sent again may meet its own first attempt, whose answer was lost: what is refused then is as uncertain as that one. */
function rememberingDoubt<T>(send: () => Promise<T>): () => Promise<T> {
  let doubted = false;
  return async () => {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof UpstreamFailure)) throw error;
      const failure = doubted ? error.afterDoubt() : error;
      doubted ||= error.inDoubt;
      throw failure;
    }
  };
}

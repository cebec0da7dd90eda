import { Problem } from '../problem';

/** The store cannot be used; the message is one sentence that names it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** What to say where the store did not answer in time and nothing is done for want of that answer: that nothing was. */
export const asUnavailable = (error: unknown): unknown =>
  error instanceof Problem && error.code === 'store-timeout' ? new Problem('store-unavailable', { retryAfter: 5, cause: error }) : error;

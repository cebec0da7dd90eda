/** How much a request may bring before it is read, and how slow it may be, in milliseconds. */
export const BOUNDS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  /** So long nothing moves on a connection while an answer is on its way; the slowest come after a minute and a half. */
  stalledTimeout: 120_000,
};

export type Bounds = typeof BOUNDS;

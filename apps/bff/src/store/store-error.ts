/** The store cannot be used; the message is one sentence that names it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

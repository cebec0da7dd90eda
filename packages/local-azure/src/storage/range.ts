import { StorageError } from './call';

/** First and last byte, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Reads `bytes=0-511` or `bytes=512-` against a length; undefined without a range. @throws StorageError 416 beyond the end */
export function rangeOf(text: string | undefined, length: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(text ?? '') ?? [];
  // RFC 9110: a range that ends before it begins is none.
  if (first === undefined || (last && Number(last) < Number(first))) return undefined;
  const from = Number(first);
  if (from < length) return { from, to: Math.min(length - 1, last ? Number(last) : length - 1) };
  throw new StorageError(416, 'InvalidRange', 'The range specified is invalid for the current size of the resource.', {
    'Content-Range': `bytes */${length}`,
  });
}

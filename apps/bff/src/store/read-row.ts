import type * as z from 'zod';
import { Problem } from '../problem';

/** A row as it was written, or the problem that it is so no longer: nobody's mistake, and nothing that passes. */
export function readRow<T>(shape: z.ZodType<T>, row: unknown): T {
  const read = shape.safeParse(row);
  if (read.success) return read.data;
  throw new Problem('record-damaged', { cause: read.error });
}

import * as z from 'zod';
import { Problem } from '../problem';

/** Text that holds JSON of a shape. */
export const json = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What was kept as JSON, where this version can read it. What it cannot is left as a newer one wrote it. */
export function readKept<T>(shape: z.ZodType<T>, kept: unknown): T {
  const read = shape.safeParse(kept);
  if (read.success) return read.data;
  throw new Problem('record-not-known', { cause: read.error });
}

/** A row as it was written, or the problem that it is so no longer: nobody's mistake, and nothing that passes. */
export function readRow<T>(shape: z.ZodType<T>, row: unknown): T {
  const read = shape.safeParse(row);
  if (read.success) return read.data;
  throw new Problem('record-damaged', { cause: read.error });
}

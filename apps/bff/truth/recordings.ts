import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const exchange = z.object({
  operation: z.string(),
  method: z.string(),
  url: z.string(),
  apiVersion: z.string().nullish(),
  requestBody: z.unknown().optional(),
  status: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((values) => values.join(', '))])).nullish(),
  body: z.unknown().optional(),
  /** When the service sent it, by its own `Date`. */
  recorded: z.string().nullish(),
});

/** One answer that the real service was recorded to send, and what it was asked. */
export type Exchange = z.infer<typeof exchange> & { file: string; line: number };

/** Every exchange below a folder of recordings: one JSON object a line. */
export function readRecordings(folder: string): Exchange[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return files.toSorted().flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    return lines.flatMap((text, at) => (text.trim() === '' ? [] : [{ ...exchange.parse(JSON.parse(text)), file, line: at + 1 }]));
  });
}

/** The body as it was on the wire. */
export const textOf = ({ body }: Pick<Exchange, 'body'>): string =>
  body === null || body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);

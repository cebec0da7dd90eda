import { commandReason, JOURNEY_HEADER, REASON_HEADER, restorePath } from '@tresor/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { Problem } from '../problem';

/** What a request says beside what it asks for: why, and within which restore. */
export interface CommandHeaders {
  reason: string | null;
  journey: RestorePath | null;
}

/** @throws Problem where it says something that is none */
export const commandHeadersOf = (req: Request): CommandHeaders => ({
  reason: read(req, REASON_HEADER, commandReason),
  journey: read(req, JOURNEY_HEADER, journeyPath),
});

type RestorePath = z.infer<typeof restorePath>;

const journeyPath = z
  .string()
  .transform((path) => path.split('/'))
  .pipe(z.tuple([z.string(), z.string(), z.string(), z.string()]))
  .transform(([subscriptionId, resourceGroup, vaultName, jobId]) => ({ subscriptionId, resourceGroup, vaultName, jobId }))
  .pipe(restorePath);

function read<Value>(req: Request, name: string, shape: z.ZodType<Value>): Value | null {
  const header = req.get(name);
  if (header === undefined) return null;
  const parsed = shape.safeParse(decoded(header));
  if (parsed.success) return parsed.data;
  throw new Problem('invalid-request', { fields: [name] });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

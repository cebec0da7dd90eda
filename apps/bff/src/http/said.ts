import { commandReason, jobId, JOURNEY_HEADER, REASON_HEADER } from '@tresor/contracts';
import type { Request } from 'express';
import type * as z from 'zod';
import { Problem } from '../problem';

/** What a request says beside what it asks for: why, and within which restore. */
export interface Said {
  reason: string | null;
  journey: string | null;
}

/** @throws Problem where it says something that is none */
export const saidIn = (req: Request): Said => ({
  reason: read(req, REASON_HEADER, commandReason),
  journey: read(req, JOURNEY_HEADER, jobId),
});

function read(req: Request, name: string, shape: z.ZodType<string>): string | null {
  const header = req.get(name);
  if (header === undefined) return null;
  const said = shape.safeParse(decoded(header));
  if (said.success) return said.data;
  throw new Problem('invalid-request', { fields: [name] });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

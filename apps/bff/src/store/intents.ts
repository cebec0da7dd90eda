import * as z from 'zod';
import { json } from './json-text';

/** An intent as stores keep it. */
export const intentRow = z.object({
  owner: z.string(),
  body_hash: z.string(),
  /** `written`: Azure knows nothing of it; `sent`: it may; `accepted`: it does. */
  state: z.enum(['written', 'sent', 'accepted']),
  earlier_jobs: json(z.array(z.string())).nullish(),
  job_id: z.string().nullish(),
});

/** A command that must happen once, as far as this side knows of it. What came of it is asked in Azure. */
export type Intent = z.infer<typeof intentRow>;

/** The intents of all processes. What a promise was kept for is stored for good; a store out of reach is a problem. */
export interface Intents {
  /** Writes the intent, or answers the one that already has this id. */
  write(intentId: string, owner: string, bodyHash: string): Promise<Intent>;
  read(intentId: string): Promise<Intent>;
  /** Whether the caller, alone among all tabs and processes, may now send it. Jobs that were there before are not what it became. */
  claim(intentId: string, earlierJobs: string[]): Promise<boolean>;
  /** Azure refused, so that nothing happened: the intent is as new. */
  release(intentId: string): Promise<void>;
  accepted(intentId: string, jobId: string | null): Promise<void>;
}

import * as z from 'zod';
import { json } from './json-text';

/** An intent as stores keep it. */
export const intentRow = z.object({
  owner: z.string(),
  body_hash: z.string(),
  /** `sent`: Azure may know of it; `accepted`: it does. */
  state: z.enum(['sent', 'accepted']),
  earlier_jobs: json(z.array(z.string())).nullish(),
  job_id: z.string().nullish(),
});

/** A command that must happen once, as far as this side knows of it. What came of it is asked in Azure. */
export type Intent = z.infer<typeof intentRow>;

export interface NewIntent {
  intentId: string;
  owner: string;
  bodyHash: string;
  /** Jobs that were there before are not what it became. */
  earlierJobs: string[];
}

/** The intents of all processes. What a promise was kept for is stored for good; a store out of reach is a problem. */
export interface Intents {
  find(intentId: string): Promise<Intent | undefined>;
  /**
   * Writes the intent down, after which the caller, alone among all tabs and processes, may send it; or answers the one that already
   * has this id. A user who has too many under way is refused.
   */
  claim(intent: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }>;
  /** Nothing came of it: the id is as new. */
  drop(intentId: string): Promise<void>;
  accepted(intentId: string, jobId: string | null): Promise<void>;
}

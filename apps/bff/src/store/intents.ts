import * as z from 'zod';

const row = z.object({
  intent_id: z.string(),
  owner: z.string(),
  body_hash: z.string(),
  /** `sent`: Azure may know of it; `accepted`: it does. */
  state: z.enum(['sent', 'accepted']),
  /** Of the request to Azure; the job that it becomes bears it too. Older stores have none. */
  request_id: z.string().nullish(),
  /** By the store's clock. */
  written_at: z.string(),
  /** By Azure's. */
  sent_at: z.string().nullish(),
  /** By Azure's clock: lists that were read later would show the job, were there one. */
  checked_until: z.string().nullish(),
  job_id: z.string().nullish(),
  /** By the store's clock, in milliseconds since 1970. */
  now: z.number(),
});

/** An intent as stores keep it; `age` are the milliseconds since it was written. */
export const intentRow = row.transform(({ written_at: written, now, ...intent }) => ({ ...intent, age: now - Date.parse(written) }));

/** A command that must happen once, as far as this side knows of it. What came of it is asked in Azure. */
export type Intent = z.infer<typeof intentRow>;

export interface NewIntent {
  intentId: string;
  owner: string;
  bodyHash: string;
  requestId: string;
  sentAt: string;
  /** Where others may send a request of the same id: what was sent since then by Azure's clock is what comes of this one, too. */
  sharedSince?: string;
}

/** The intents of all processes. What a promise was kept for is stored for good; a store out of reach is a problem. */
export interface Intents {
  find(intentId: string): Promise<Intent | undefined>;
  /**
   * Writes the intent down, after which the caller, alone among all tabs and processes, may send it; or answers the one that already
   * has this id. Of those whose request is shared one alone may be sent; the others are written down as sent when that was. A user who has
   * too many under way is refused.
   */
  claim(intent: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }>;
  /** Remembers until when Azure is looked at for the request of this id. */
  doubt(intentId: string, requestId: string, checkedUntil: string): Promise<void>;
  /** Nothing came of the request of this id: the intent is as new. Answers whether it still was that request's, and open. */
  drop(intentId: string, requestId: string): Promise<boolean>;
  accepted(intentId: string, requestId: string, jobId: string | null): Promise<void>;
  /** All intents for which this one's request was sent, itself among them. */
  ofRequest(intent: Intent): Promise<Pick<Intent, 'owner' | 'intent_id'>[]>;
  /** Azure took the request of this intent and made no job of it: it is as new, and so is any other that was told so. */
  cameToNothing(intent: Intent): Promise<void>;
}

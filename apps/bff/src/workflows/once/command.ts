import type { BackupOperation, CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import type { JobOperation } from '../../azure/items/job-of-operation';
import { LISTED_AFTER_MS, type SentRequest } from '../../azure/jobs/jobs';

export interface OnceCommand<Prepared> {
  intentId: string;
  /** What is asked for; the same id with something else is refused. */
  body: unknown;
  /** Everything that is looked at first, the right to it before all else. It changes nothing, and its failure leaves nothing behind. */
  prepare: (azure: AzureSession) => Promise<Prepared>;
  /** The id of that request, where others are to know its job by it, and a second order for the same is answered by it; else one that nobody can foresee. */
  requestId?: (prepared: Prepared) => string;
  /** Tells Azure by a request of this id, and answers the job's id where Azure names it. */
  send: (azure: AzureSession, prepared: Prepared, requestId: string) => Promise<string | null>;
  /** What became of the request, as far as Azure's lists show it. */
  look: (azure: AzureSession, sent: SentRequest) => Promise<string | null>;
  /** What the operation tells that Azure began; null where Azure does not know it any more, undefined where it gives no answer. */
  ask?: (azure: AzureSession, operation: BackupOperation) => Promise<JobOperation | null | undefined>;
}

/** Milliseconds that decide when something is certain. */
export interface OnceTimes {
  /** After so long each list shows what has begun; by Azure's clock. */
  longestLag: number;
  /** So long after the claim nothing leaves any more; by ours. */
  sending: number;
  /** Anyone who asks has an answer by then. */
  answer: number;
}

export const ONCE_TIMES: OnceTimes = { longestLag: LISTED_AFTER_MS, sending: 20_000, answer: 8_000 };

export const started = (jobId: string | null): CommandOutcome => ({ state: 'started', jobId, checkedUntil: null });

export const checking = (until: number): CommandOutcome => ({
  state: 'checking',
  jobId: null,
  checkedUntil: new Date(until).toISOString(),
});

/** Azure has done it, and names no job. */
export const FINISHED: CommandOutcome = { state: 'finished', jobId: null, checkedUntil: null };

/** Azure took it, and nothing tells what became of it. */
export const UNKNOWN: CommandOutcome = { state: 'unknown', jobId: null, checkedUntil: null };

export const NOT_STARTED: CommandOutcome = { state: 'not-started', jobId: null, checkedUntil: null };

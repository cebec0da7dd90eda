import * as z from 'zod';
import { pause } from '../../pause';
import { expectBody, type Answer } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { cameToNothing } from '../connection/operation-status';
import { UpstreamFailure } from '../connection/upstream-failure';

const text = z.string().nullish();

const operationBody = z.object({
  status: text,
  startTime: text,
  endTime: text,
  error: z.object({ code: text, message: text }).nullish(),
  properties: z.object({ jobId: text }).nullish(),
});

export type JobOperation = z.infer<typeof operationBody>;

export const jobOperationIn = ({ body }: Answer): JobOperation => expectBody(operationBody, body);

const FIRST_GAP_MS = 250;
const LONGEST_GAP_MS = 1_000;
/** Azure was seen to need up to eight seconds; a person who has clicked is told before then that it has begun. */
const LONGEST_MS = 5_000;

/**
 * The job that an accepted operation became, which it names once the job is queued. Null where Azure does not say in time: the operation is
 * accepted, whatever becomes of this. @throws UpstreamFailure where it has come to nothing
 */
export async function jobOfOperation(session: AzureSession, look: () => Promise<JobOperation>): Promise<string | null> {
  const until = performance.now() + LONGEST_MS;
  for (let gap = FIRST_GAP_MS; ; gap = Math.min(gap * 2, LONGEST_GAP_MS)) {
    // No answer says nothing of the operation.
    const operation = await look().catch(() => undefined);
    if (!operation) return null;
    requireGoingOn(operation);
    const jobId = operation.properties?.jobId ?? null;
    if (jobId !== null || operation.status === 'Succeeded' || performance.now() + gap > until) return jobId;
    await pause(gap, session.signal).catch(() => undefined);
    session.forget();
  }
}

/** Whether it has ended without what was asked for, and no job tells more of that. */
export const isInVain = ({ status, properties }: JobOperation): boolean => properties?.jobId == null && cameToNothing(status ?? '');

/** @throws UpstreamFailure where an operation has come to nothing */
export function requireGoingOn(operation: JobOperation): void {
  const { error } = operation;
  if (!isInVain(operation)) return;
  throw new UpstreamFailure('refused', { azureCode: error?.code ?? undefined, azureMessage: error?.message ?? undefined });
}

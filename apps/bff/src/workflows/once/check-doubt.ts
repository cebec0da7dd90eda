import type { CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import type { SentRequest } from '../../azure/jobs/jobs';
import type { Intent, Intents } from '../../store/intents';
import { checking, NOT_STARTED, started, type OnceCommand, type OnceTimes } from './command';

/** Where nothing else says when to ask again. */
const A_WHILE_MS = 60_000;

/**
 * What became of a command that was told to Azure, or perhaps was not. That it was not started is said only once nothing can leave any
 * more and a list of Azure, read after the longest time by which it may lag, does not show it.
 */
export async function checkDoubt<Prepared>(
  intents: Intents,
  { longestLag, sending }: OnceTimes,
  azure: AzureSession,
  command: OnceCommand<Prepared>,
  intent: Intent,
  hasLeft = intent.age > sending,
): Promise<CommandOutcome> {
  const { intentId } = command;
  const { state, request_id: requestId, sent_at: sentAt, job_id: known, checked_until: until } = intent;
  if (known != null) return started(known);
  if (requestId == null || sentAt == null) return { state: state === 'accepted' ? 'started' : 'unknown', jobId: null, checkedUntil: null };
  const jobId = await look(azure, command, { requestId, sentAt: new Date(sentAt) });
  if (typeof jobId === 'string') {
    await intents.accepted(intentId, requestId, jobId);
    return started(jobId);
  }
  if (state === 'accepted') return started(null);
  // The answer that was just read has told the time.
  const now = azure.now().getTime();
  if (until == null) {
    if (!hasLeft) return checking(now + sending + longestLag);
    await intents.doubt(intentId, requestId, new Date(now + longestLag).toISOString());
    return checking(now + longestLag);
  }
  if (now < Date.parse(until)) return checking(Date.parse(until));
  if (jobId === undefined) return checking(now + A_WHILE_MS);
  return (await intents.drop(intentId, requestId)) ? NOT_STARTED : checking(now + A_WHILE_MS);
}

/** Undefined where Azure does not say. */
async function look<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>, sent: SentRequest): Promise<string | null | undefined> {
  azure.forget();
  try {
    return await command.look(azure, sent);
  } catch (error) {
    if (error instanceof UpstreamFailure) return undefined;
    throw error;
  }
}

import type { CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import type { SentRequest } from '../../azure/jobs/jobs';
import { isInVain, requireGoingOn, type JobOperation } from '../../azure/items/job-of-operation';
import { commandKey } from '../../store/commands';
import type { Intent } from '../../store/intents';
import type { Stores } from '../../store/stores';
import { checking, FINISHED, NOT_STARTED, started, UNKNOWN, type OnceCommand, type OnceTimes } from './command';

/** Orders, and the record of what Azure answered to them. */
export type OnceStores = Pick<Stores, 'intents' | 'commands'>;

/** Azure tells its time in whole seconds: what was written down later may seem earlier by one. */
const CLOCK_STEP_MS = 1_000;
/** Where nothing else says when to ask again. */
const A_WHILE_MS = 60_000;

/**
 * What became of a command that was told to Azure, or perhaps was not. That it was not started is said only once nothing can leave any
 * more and a list of Azure, read after the longest time by which it may lag, does not show it.
 */
export async function checkDoubt<Prepared>(
  stores: OnceStores,
  { longestLag, sending }: OnceTimes,
  azure: AzureSession,
  command: OnceCommand<Prepared>,
  intent: Intent,
  hasLeft = intent.age > sending,
): Promise<CommandOutcome> {
  const { intents } = stores;
  const { intentId } = command;
  const { state, request_id: requestId, sent_at: sentAt, job_id: known, checked_until: until } = intent;
  if (known != null) return started(known);
  if (requestId == null || sentAt == null) return UNKNOWN;
  const jobId = await look(azure, command, { requestId, sentAt: new Date(sentAt) });
  const operation = jobId == null ? await askOperation(stores, azure, command, intent) : null;
  const found = jobId ?? operation?.properties?.jobId;
  if (typeof found === 'string') {
    await intents.accepted(intentId, requestId, found);
    return started(found);
  }
  if (operation && isInVain(operation)) await intents.cameToNothing(intent);
  if (operation) {
    requireGoingOn(operation);
    return operation.status === 'Succeeded' ? FINISHED : started(null);
  }
  // The answer that was just read has told the time.
  const now = azure.now().getTime();
  const isUntold = jobId === null && operation === null && now > Date.parse(sentAt) + longestLag;
  if (state === 'accepted') return isUntold ? UNKNOWN : started(null);
  if (until == null) {
    if (!hasLeft) return checking(now + sending + longestLag);
    await intents.doubt(intentId, requestId, new Date(now + longestLag).toISOString());
    return checking(now + longestLag);
  }
  if (now < Date.parse(until)) return checking(Date.parse(until));
  if (jobId === undefined) return checking(now + A_WHILE_MS);
  return (await intents.drop(intentId, requestId)) ? NOT_STARTED : checking(now + A_WHILE_MS);
}

/** What Azure tells of the operation that began with the request, no matter whose order was sent; null where none is on record, or Azure knows it no more. */
async function askOperation<Prepared>(
  { intents, commands }: OnceStores,
  azure: AzureSession,
  { ask }: OnceCommand<Prepared>,
  intent: Intent,
): Promise<JobOperation | null | undefined> {
  if (!ask) return null;
  const orders = (await intents.ofRequest(intent)).map(({ owner, intent_id }) => ({ owner, command_id: intent_id }));
  const own = new Set(orders.map(commandKey));
  const answers = (await commands.answersOf(orders)).filter((row) => own.has(commandKey(row)));
  const isOfThis = ({ at }: { at: string }) => Date.parse(at) > Date.parse(intent.sent_at ?? '') - CLOCK_STEP_MS;
  const operation = answers
    .flatMap(({ entry }) => (entry.kind === 'answered' && isOfThis(entry) ? [entry.operation] : []))
    .findLast((one) => one !== undefined);
  if (!operation) return null;
  azure.command?.join(operation);
  return ask(azure, operation);
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

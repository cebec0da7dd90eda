import { isRestError, type PipelineResponse } from '@azure/core-rest-pipeline';
import { LeaseLost } from '../../lease-lost';
import { Problem } from '../../problem';
import { readAnswer, type Answer } from './answer';
import type { AzureSession } from './azure';
import type { CommandInHand } from './command-in-hand';
import { Deadline } from './deadline';
import { DEADLINE_MS, withRetry, type CallKind } from './retry';
import { UpstreamFailure } from './upstream-failure';

/** What an operation of an SDK is given; `onResponse` hands us the raw answer. */
export interface CallOptions {
  abortSignal: AbortSignal;
  onResponse: (response: PipelineResponse) => void;
}

/**
 * Runs an operation of an SDK and reads the raw answer: with a deadline over all tries, and repeated only where that is safe. The
 * SDK's own reading of the answer is not used; it costs many times what JSON.parse does.
 */
export function call(session: AzureSession, kind: CallKind, operation: Operation): Promise<Answer> {
  return callFor(session, kind, operation, readAnswer);
}

type Operation = (options: CallOptions) => PromiseLike<unknown>;

/** The same for answers that are no JSON. */
export async function callFor<T>(
  session: AzureSession,
  kind: CallKind,
  operation: Operation,
  read: (response: PipelineResponse) => T | Promise<T>,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const deadline = new Deadline(deadlineMs, session.signal);
  try {
    const send = () => attempt(deadline.signal, operation);
    return await withRetry(kind, deadline, async () => (kind === 'read' ? read(await send()) : order(commandOf(session), send, read)));
  } catch (error) {
    const refused =
      error instanceof Problem || (error instanceof UpstreamFailure && (error.kind === 'refused' || error.kind === 'held-back'));
    if (deadline.passed && !refused) throw new UpstreamFailure('timeout');
    throw error instanceof UpstreamFailure ? error.asSeenFrom(session.principal.tid) : error;
  } finally {
    deadline.done();
  }
}

/** What changes something belongs to a command that is on record. */
function commandOf({ command }: AzureSession): CommandInHand {
  if (command) return command;
  throw new Error('Something is about to be changed that no command asked for.');
}

/** Sends what changes something. What nobody can read is not on record as done. */
async function order<T>(
  command: CommandInHand,
  send: () => Promise<PipelineResponse>,
  read: (response: PipelineResponse) => T | Promise<T>,
): Promise<T> {
  let done: { answer: T } | undefined;
  const response = await command.send(async () => {
    const answered = await send();
    if (answered.status < 400) done = { answer: await read(answered) };
    return answered;
  });
  return done ? done.answer : read(response);
}

async function attempt(abortSignal: AbortSignal, operation: Operation): Promise<PipelineResponse> {
  let answered: PipelineResponse | undefined;
  const onResponse = (response: PipelineResponse) => {
    answered = response;
  };
  try {
    await operation({ abortSignal, onResponse });
  } catch (error) {
    if (!answered) throw lost(error);
  }
  if (!answered) throw new UpstreamFailure('unreadable');
  return answered;
}

/** Nothing came back: what the SDK threw, in our words and without the request it carries. */
function lost(error: unknown): unknown {
  if (error instanceof Problem || error instanceof UpstreamFailure || error instanceof LeaseLost) return error;
  if (isRestError(error))
    return new UpstreamFailure('unreachable', { cause: Object.assign(new Error(error.message), { code: error.code }) });
  if (error instanceof Error && error.name === 'AbortError') return error;
  return new UpstreamFailure('unreadable', { cause: error });
}

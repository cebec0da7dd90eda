import { Problem } from '../../problem';
import type { AzureSession } from '../connection/azure';
import { UpstreamFailure } from '../connection/upstream-failure';
import { LOOK_GAP, repeated, untilSeen } from '../repeated';

const WORKING = new Set(['ObjectIsBeingDeleted', 'ObjectIsBeingRecovered']);

/** Whether Key Vault is still at work on the object after an earlier answer, so that the same is right a moment later. */
export const isWorking = (error: unknown): boolean => error instanceof UpstreamFailure && WORKING.has(error.details.innerCode ?? '');

/** Key Vault answers a recovery and a purge before they are done: looks until what comes of it can be seen. */
export async function untilDone(session: AzureSession, isDone: () => Promise<boolean>): Promise<void> {
  await untilSeen(session, async () => (await isDone()) || undefined, stillWorking);
}

/** Sends a command again while Key Vault is still at work on the object. */
export function onceFree<T>(
  session: AzureSession,
  send: () => Promise<T>,
  isBusy: (error: unknown) => boolean | Promise<boolean> = isWorking,
): Promise<T> {
  const attempt = () =>
    send().catch(async (error: unknown) => {
      if (await isBusy(error)) return undefined;
      throw error;
    });
  return repeated(session, attempt, stillWorking);
}

const stillWorking = () => new Problem('key-vault-working', { retryAfter: LOOK_GAP });

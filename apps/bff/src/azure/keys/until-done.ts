import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../problem';
import type { AzureSession } from '../connection/azure';
import { UpstreamFailure } from '../connection/upstream-failure';

/** As often as the pollers of the official SDK look. */
const GAP_MS = 2_000;
/** Longer than a recovery takes; then a person is told that it goes on. */
const LONGEST_MS = 60_000;

const WORKING = new Set(['ObjectIsBeingDeleted', 'ObjectIsBeingRecovered']);

/** Whether Key Vault is still at work on the object after an earlier answer, so that the same is right a moment later. */
export const isWorking = (error: unknown): boolean => error instanceof UpstreamFailure && WORKING.has(error.details.innerCode ?? '');

/** Key Vault answers a recovery and a purge before they are done: looks until what comes of it can be seen. */
export async function untilDone(session: AzureSession, isDone: () => Promise<boolean>): Promise<void> {
  await repeated(session, async () => ((await isDone()) ? true : undefined));
}

/** Sends a command again while Key Vault is still at work on the object. */
export function onceFree<T>(
  session: AzureSession,
  send: () => Promise<T>,
  isBusy: (error: unknown) => boolean | Promise<boolean> = isWorking,
): Promise<T> {
  return repeated(session, () =>
    send().catch(async (error: unknown) => {
      if (await isBusy(error)) return undefined;
      throw error;
    }),
  );
}

async function repeated<T>(session: AzureSession, attempt: () => Promise<T | undefined>): Promise<T> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (performance.now() + GAP_MS > until) throw new Problem('key-vault-working', { retryAfter: GAP_MS / 1000 });
    await wait(GAP_MS, undefined, { signal: session.signal });
    // What was read a moment ago is what is waited for to change.
    session.forget();
  }
}

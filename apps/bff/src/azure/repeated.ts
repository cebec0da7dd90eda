import { pause } from '../pause';
import type { AzureSession } from './connection/azure';
import { isBusy } from './connection/busy';
import { UpstreamFailure } from './connection/upstream-failure';

/** Seconds between two looks: as often as the pollers of the official SDK. */
export const LOOK_GAP = 2;
/** Longer than what a command waits for takes; then a person is told that it goes on. */
const LONGEST_MS = 60_000;

/** Tries until something comes of it. @throws what `tooLong` makes where nothing does */
export async function repeated<T>(session: AzureSession, attempt: () => Promise<T | undefined>, tooLong: () => Error): Promise<T> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (performance.now() + LOOK_GAP * 1000 > until) throw tooLong();
    await pause(LOOK_GAP * 1000, session.signal);
    // What was read a moment ago is what is waited for to change.
    session.forget();
  }
}

/** Sends a write again as long as Azure is still at something that it names. `isInVain`: whether waiting for that brings nothing. */
export async function whileBusy<T>(session: AzureSession, send: () => Promise<T>, isInVain = () => Promise.resolve(false)): Promise<T> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const gap = (error instanceof UpstreamFailure ? (error.details.retryAfter ?? LOOK_GAP) : LOOK_GAP) * 1000;
      if (!isBusy(error) || performance.now() + gap > until || (await isInVain())) throw error;
      await pause(gap, session.signal);
    }
  }
}

/** Looks until it is seen what came of something that Azure has accepted. A look that fails says nothing of that: it is in doubt from then on. */
export async function untilSeen<T>(session: AzureSession, look: () => Promise<T | undefined>, tooLong: () => Error): Promise<T> {
  try {
    return await repeated(session, look, tooLong);
  } catch (error) {
    throw error instanceof UpstreamFailure ? error.afterDoubt() : error;
  }
}

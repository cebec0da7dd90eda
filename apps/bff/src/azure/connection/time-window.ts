import type { AzureSession } from './azure';

/** Windows are days long: a clock so little off changes nothing in them. */
const SLACK_MS = 3_600_000;
/** Anyone who asks for the same window within this time asks the same question, whose answer is shared. */
const GRAIN_MS = 600_000;
const TRIES = 3;

/**
 * Reads what lies in a window of time that is counted from now or a little earlier, by Azure's clock. That is known from answers only: where
 * the answer shows that the clock stands elsewhere than was believed, it is asked again.
 */
export async function readWindow<T>(session: AzureSession, read: (now: number) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const believed = session.now().getTime();
    const isAsBelieved = () => Math.abs(session.now().getTime() - believed) < SLACK_MS;
    try {
      const found = await read(Math.floor(believed / GRAIN_MS) * GRAIN_MS);
      if (tried === TRIES || isAsBelieved()) return found;
    } catch (error) {
      if (tried === TRIES || isAsBelieved()) throw error;
    }
  }
}

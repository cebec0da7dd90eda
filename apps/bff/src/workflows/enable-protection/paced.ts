import type { Refusal } from '../../azure/items/protection';
import { isBusy } from '../../azure/connection/busy';
import { isStatus } from '../../azure/connection/upstream-failure';
import type { Run } from './run-context';

const MOST_THROTTLES = 50;

/** Sends through the gate of the subscription; a throttled request was not carried out and queues again. */
export async function paced<T>(run: Run, send: () => Promise<T>): Promise<T> {
  const { writes } = run.azure().limiter(run.batch.request.vault.subscriptionId);
  for (let throttles = 0; ; throttles += 1) {
    try {
      return await writes.pass(run.signal, send);
    } catch (error) {
      const throttled = isStatus(error, 429) && !isBusy(error);
      if (!throttled || throttles === MOST_THROTTLES) throw error;
    }
  }
}

/** Azure's words as a machine's record keeps them. */
export const refused = ({ code, message, recommendation }: Refusal) => ({
  azure_code: code,
  azure_message: message,
  recommendation,
});

import type { VaultPath } from '@tresor/contracts';
import type { Refusal } from '../../azure/items/protection';
import { isBusy } from '../../azure/connection/busy';
import { isStatus } from '../../azure/connection/upstream-failure';
import { whileBusy } from '../../azure/repeated';
import type { Run } from './run-context';

const MOST_THROTTLES = 50;

/**
 * Sends through the gate of the subscription; a throttled request was not carried out and queues again, and one that Azure is too busy for
 * with something else is sent again in a while.
 */
export async function paced<T>(run: Way, send: () => Promise<T>): Promise<T> {
  const { writes } = run.azure().limiter(run.batch.request.vault.subscriptionId);
  for (let throttles = 0; ; throttles += 1) {
    try {
      return await whileBusy({ ...run.azure(), signal: run.signal }, () => writes.pass(run.signal, send));
    } catch (error) {
      const throttled = isStatus(error, 429) && !isBusy(error);
      if (!throttled || throttles === MOST_THROTTLES) throw error;
    }
  }
}

/** A batch's way to Azure. */
interface Way extends Pick<Run, 'azure' | 'signal'> {
  batch: { request: { vault: Pick<VaultPath, 'subscriptionId'> } };
}

/** Azure's words as a machine's record keeps them. */
export const refused = ({ code, message, recommendation }: Refusal) => ({
  azure_code: code,
  azure_message: message,
  recommendation,
});

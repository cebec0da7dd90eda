import type { QueryClient } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { loadCode } from '../api/load-code';
import { type Notice, notify } from './notifications';

/** What Azure took, and the job that it named. */
interface Order {
  intentId: string | undefined;
  jobId: string | null;
}

/** Tells that Azure has taken an order. Until it has a job it may come to nothing: it is followed, also after its blade was closed. */
export function tellStarted(client: QueryClient, path: VaultPath, { intentId, jobId }: Order, notice: Notice): void {
  const notification = notify(notice);
  if (jobId !== null || intentId === undefined) return;
  const follow = loadCode(() => import('./follow-order'));
  follow.then(
    ({ followOrder }) => followOrder(client, path, intentId, notification),
    () => undefined,
  );
}

import type { QueryClient } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { loadCode } from '../api/load-code';
import { type Notice, notify } from './notifications';

/** What Azure took. */
interface Order {
  /** By which it is on record. */
  orderId: string | undefined;
  /** The job that Azure named. */
  jobId: string | null;
  /** What is said once it is done: then it is followed to its end, else to its job, which tells the rest. */
  ended?: string | undefined;
}

/** Tells that Azure has taken an order. What may still come to nothing is followed, also after its blade was closed. */
export function tellStarted(client: QueryClient, path: VaultPath, { orderId, jobId, ended }: Order, notice: Notice): void {
  const notification = notify(notice);
  if (orderId === undefined || (jobId !== null && ended === undefined)) return;
  const follow = loadCode(() => import('./follow-order'));
  follow.then(
    ({ followOrder }) => followOrder(client, path, { orderId, ended, begun: notice }, notification),
    () => undefined,
  );
}

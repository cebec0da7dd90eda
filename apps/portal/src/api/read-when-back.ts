import type { Query, QueryClient } from '@tanstack/react-query';
import { toProblemError } from './problem-error';

const ASK_MS = 5_000;

const foundNoServer = ({ state: { error, fetchStatus } }: Query) =>
  fetchStatus === 'idle' && error !== null && toProblemError(error).problem.code === 'offline';

const isServerThere = () =>
  fetch('/api/health').then(
    ({ ok }) => ok,
    () => false,
  );

/** What found no server is read once that is there again, as after a restart. Asked by itself, each attempt would take its failure from the page and bring it back. */
export function readWhenBack(client: QueryClient): void {
  let isAsking = false;
  const unread = { type: 'active', predicate: foundNoServer } as const;
  const isWanted = () => client.getQueryCache().findAll(unread).length > 0;
  const ask = async () => {
    if (isWanted() && !document.hidden && (await isServerThere())) await client.refetchQueries(unread);
    isAsking = isWanted();
    if (isAsking) setTimeout(() => void ask(), ASK_MS);
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (isAsking || type !== 'updated' || !foundNoServer(query)) return;
    isAsking = true;
    setTimeout(() => void ask(), ASK_MS);
  });
}

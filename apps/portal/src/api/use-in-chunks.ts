import { skipToken, useQueries } from '@tanstack/react-query';
import { MOST_LOOKED_AT } from '@tresor/contracts/limits';
import { useMemo, useState } from 'react';
import { chunksOf } from './in-chunks';
import { mayReadAgain } from './query-client';

/** So many calls at once. */
const CALLS = 2;
/** So many questions meet Azure's limits, which pass; nobody has ordered anything that could wait. */
const MOST_TRIES = 20;

export interface Chunked<Item, Answer> {
  key: readonly unknown[];
  /** Null as long as there is nothing to ask about. */
  read: ((some: Item[], signal: AbortSignal) => Promise<Answer[]>) | null;
}

/** Asks about any number of machines, a few calls at a time; what is known of them, and which could not be read. */
export function useInChunks<Item, Answer>(all: readonly Item[], { key, read }: Chunked<Item, Answer>) {
  const chunks = useMemo(() => chunksOf(all, MOST_LOOKED_AT), [all]);
  const [open, setOpen] = useState(CALLS);
  const { answers, unread, settled, error } = useQueries({
    queries: chunks.map((items, index) => ({
      queryKey: [...key, items],
      queryFn: read === null ? skipToken : ({ signal }: { signal: AbortSignal }) => read(items, signal),
      staleTime: 300_000,
      retry: (failures: number, error: Error) => failures < MOST_TRIES && mayReadAgain(0, error),
      enabled: index < open,
    })),
    combine: (results) => ({
      answers: results.flatMap(({ data }) => data ?? []),
      unread: results.flatMap(({ isError }, index) => (isError ? (chunks[index] ?? []) : [])),
      settled: results.filter(({ isFetched }) => isFetched).length,
      error: results.find((result) => result.error !== null)?.error ?? null,
    }),
  });
  if (settled + CALLS > open) setOpen(settled + CALLS);
  return { answers, unread, error, isSettled: settled === chunks.length };
}

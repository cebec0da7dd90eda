import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditFilter, AuditSegment, SegmentFaultKind } from '@tresor/contracts';
import { api } from '../../api/api';
import { growing } from '../../api/growing';
import { translated } from '../../api/problem-error';

/** Each reading is on record, so nothing is read again unless somebody asks. */
const ONCE = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** Who may read the record, and whether that is who is signed in. */
export const auditAccessQuery = queryOptions({
  queryKey: ['audit', 'access'],
  queryFn: ({ signal }) => translated(api.audit.access(undefined, { signal })),
});

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filter],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam: after, signal }) => translated(api.audit.list({ ...filter, ...(after !== undefined && { after }) }, { signal })),
    getNextPageParam: ({ next }) => next ?? undefined,
    ...ONCE,
  });

/** How far the chain of segments has been read again. */
export interface ChainCheck {
  sound: readonly AuditSegment[];
  fault: { number: number; fault: SegmentFaultKind } | null;
  /** Segments that there are. */
  last: number;
  /** Entries in no segment yet. */
  open: number;
  /** When the latest of them was read; null before the first. */
  at: string | null;
  complete: boolean;
}

const unread: ChainCheck = { sound: [], fault: null, last: 0, open: 0, at: null, complete: false };

/** The segments, some at a time, up to the last or to the first that is not as it was closed. */
async function* segmentsToEnd(signal: AbortSignal) {
  for (let after = 0; ;) {
    const looked = await translated(api.audit.chain({ after }, { signal }));
    after += looked.sound.length;
    const complete = looked.fault !== null || looked.sound.length === 0 || after >= looked.last;
    yield { ...looked, complete };
    if (complete) return;
  }
}

export const auditChainQuery = queryOptions({
  queryKey: ['audit', 'chain'],
  ...ONCE,
  ...growing<Omit<ChainCheck, 'at'> & { at: string }, ChainCheck>(Infinity, {
    streamFn: ({ signal }) => segmentsToEnd(signal),
    refetchMode: 'reset',
    initialValue: unread,
    reducer: (known, looked) => ({ ...looked, sound: [...known.sound, ...looked.sound] }),
  }),
  retry: false,
});

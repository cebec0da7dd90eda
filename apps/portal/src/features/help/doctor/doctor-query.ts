import { experimental_streamedQuery as streamedQuery, queryOptions } from '@tanstack/react-query';
import type { Examined } from '@tresor/contracts';
import type { CheckResult } from '@tresor/contracts/doctor';
import { api } from '../../../api/api';
import { pagesToEnd } from '../../../api/pages-to-end';

export interface Examination {
  /** How many results there will be; 0 as long as none has come. */
  all: number;
  results: readonly CheckResult[];
  complete: boolean;
}

const nothing: Examination = { all: 0, results: [], complete: false };

/** Looked at once, and again only when somebody asks: each examination keeps the server busy for a moment. */
export const doctorQuery = queryOptions({
  queryKey: ['doctor'],
  queryFn: streamedQuery<Examined | 'end', Examination>({
    streamFn: ({ signal }) => pagesToEnd(() => api.doctor.examine(undefined, { signal })),
    refetchMode: 'reset',
    initialValue: nothing,
    reducer: (known, page) =>
      page === 'end' ? { ...known, complete: true } : { all: page.all, results: [...known.results, page.result], complete: false },
  }),
  staleTime: Infinity,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  structuralSharing: false,
});

import { experimental_streamedQuery as streamedQuery, type Query } from '@tanstack/react-query';

type Streamed<Page, Whole> = Parameters<typeof streamedQuery<Page, Whole>>[0];

/**
 * What grows page by page. Where nobody looks any more before the last page, the query keeps the pages that had come, as new as any answer:
 * as long as it is not whole it is out of date, so that it is read to its end when somebody looks again.
 */
export const growing = <Page, Whole extends { complete: boolean }>(staleTime: number, stream: Streamed<Page, Whole>) => ({
  queryFn: streamedQuery(stream),
  staleTime: ({ state }: Pick<Query<Whole>, 'state'>) => (state.data?.complete === true ? staleTime : 0),
  structuralSharing: false,
});

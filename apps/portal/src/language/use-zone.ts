import { queryOptions, useQuery } from '@tanstack/react-query';
import { loadCode } from '../api/load-code';

/** The table of Windows time zones is large and seldom needed; it is loaded when a screen asks for it. */
export const zoneTableQuery = () =>
  queryOptions({
    queryKey: ['time-zones'],
    queryFn: () => loadCode(() => import('./zone-table')),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });

/** The IANA name of a Windows zone; null while the table loads and for a zone nobody knows. */
export function useIanaZone(windowsZone: string | undefined): string | null {
  const { data } = useQuery(zoneTableQuery());
  return data && windowsZone !== undefined ? data.ianaOf(windowsZone) : null;
}

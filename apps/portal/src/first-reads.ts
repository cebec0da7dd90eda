import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import {
  allItemsQuery,
  itemsQuery,
  jobsQuery,
  policiesQuery,
  subscriptionsQuery,
  vaultCountsQuery,
  vaultQuery,
  vaultsQuery,
} from './api/queries';
import { queryClient } from './api/query-client';
import type { BladeId } from './map/map';
import { vaultPathOf } from './map/paths';

function ask<Data, Cached, Key extends QueryKey>(query: FetchQueryOptions<Data, Error, Cached, Key>): void {
  void queryClient.prefetchQuery(query);
}

const inVault = (read: (path: VaultPath) => void) => (names: Parameters<typeof vaultPathOf>[0]) => {
  const path = vaultPathOf(names);
  if (path !== null) read(path);
};

/** What the newest blade asks for first. */
const READS: { readonly [Id in BladeId]?: (names: Parameters<typeof vaultPathOf>[0]) => void } = {
  vaults: () => {
    ask(vaultsQuery());
    ask(subscriptionsQuery());
  },
  vault: inVault((path) => {
    ask(vaultQuery(path));
    ask(vaultCountsQuery(path));
  }),
  items: inVault((path) => ask(itemsQuery(path))),
  jobs: inVault((path) => ask(jobsQuery(path))),
  policies: inVault((path) => ask(policiesQuery(path))),
  allItems: () => ask(allItemsQuery()),
};

/** Asks for what a blade will show while its code is still on its way. */
export function readAhead(id: BladeId, names: Parameters<typeof vaultPathOf>[0]): void {
  READS[id]?.(names);
}

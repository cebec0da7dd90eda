import { queryOptions } from '@tanstack/react-query';
import type { ItemInVault, ItemPath, KeySurvival } from '@tresor/contracts';
import { MOST_SURVIVAL_ITEMS } from '@tresor/contracts/limits';
import { api } from './api';
import { growing } from './growing';
import { chunksOf } from './in-chunks';
import { isResourceGroupName, isVmName } from './known-ids';
import { pagesToEnd } from './pages-to-end';
import { translated } from './problem-error';
import { SERVICE_EDITION } from './service-edition';

interface SurvivalPage {
  /** How many machines are protected. */
  total: number;
  rows: readonly KeySurvival[];
}

interface SurvivalList extends SurvivalPage {
  /** True once every machine was looked at. */
  complete: boolean;
}

const nothing: SurvivalList = { total: 0, rows: [], complete: false };

const asked = ({ vault, resourceGroup: vmGroup, name: vmName, latestRecoveryPoint: latest }: ItemInVault) =>
  isResourceGroupName(vmGroup) && isVmName(vmName) ? [{ ...vault, vmGroup, vmName, latest }] : [];

/** Some machines after the others, so that Azure is asked no faster than it answers. */
async function* survivalPages(signal: AbortSignal): AsyncGenerator<SurvivalPage> {
  const items = (await api.items.listAll({}, { signal })).flatMap(asked);
  yield { total: items.length, rows: [] };
  for (const some of chunksOf(items, MOST_SURVIVAL_ITEMS)) {
    yield { total: items.length, rows: await api.keySurvival.read({ edition: SERVICE_EDITION, items: some, before: null }, { signal }) };
  }
}

/** What becomes of the keys of every protected machine, growing as they are looked at. */
export const keySurvivalQuery = () =>
  queryOptions({
    queryKey: ['key-survival'],
    ...growing<SurvivalPage | 'end', SurvivalList>(60_000, {
      streamFn: ({ signal }) => pagesToEnd(() => Promise.resolve(survivalPages(signal))),
      refetchMode: 'replace',
      initialValue: nothing,
      reducer: (list, page) =>
        page === 'end' ? { ...list, complete: true } : { total: page.total, rows: list.rows.concat(page.rows), complete: false },
    }),
  });

/** The same of one machine: of its newest point, or of the newest before a moment. */
export const keySurvivalOfItemQuery = (path: ItemPath, before: string | null) =>
  queryOptions({
    queryKey: ['key-survival', path, before],
    queryFn: async ({ signal }) => {
      const rows = await translated(
        api.keySurvival.read({ edition: SERVICE_EDITION, items: [{ ...path, latest: null }], before }, { signal }),
      );
      return rows[0] ?? null;
    },
  });

import { itemPath, type ItemPath, type PolicyPoints, type VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { itemArguments } from '../items/item-place';
import { listItems } from '../items/items';
import { azureMoment, momentOf } from '../moments';
import { pageOf, readPages } from '../connection/pages';
import { isForVault, tierDetails } from '../restores/tiers';
import { readWindow } from '../connection/time-window';

const text = z.string().nullish();
const pointPage = pageOf(
  z.object({
    properties: z.object({
      recoveryPointTime: text,
      recoveryPointTierDetails: tierDetails,
      recoveryPointProperties: z.object({ ruleName: text }).nullish(),
    }),
  }),
);

const ITEMS_A_PAGE = 5;
const PARALLEL = 5;
const TEN_YEARS = 3653 * 86_400_000;

/** The recovery points of the items that follow a policy, with what decides when they end; read as fast as they are taken. */
export async function streamPolicyPoints(
  session: AzureSession,
  path: VaultPath,
  policyName: string,
): Promise<AsyncGenerator<PolicyPoints, void>> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const following = (await listItems(session, path)).filter((item) => item.policyName?.toLowerCase() === policyName.toLowerCase());
  const places = following
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name, resourceGroup: vmGroup }) => {
      const place = itemPath.safeParse({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName: name });
      return place.success ? [place.data] : [];
    });
  return readPlaces(session, places, following.length);
}

async function* readPlaces(session: AzureSession, places: readonly ItemPath[], total: number): AsyncGenerator<PolicyPoints, void> {
  // How many there are is told before the first of them is read.
  yield { total, items: [] };
  for (let from = 0; from < places.length; from += ITEMS_A_PAGE) {
    const items = await pLimit(PARALLEL).map(places.slice(from, from + ITEMS_A_PAGE), async (place) => ({
      name: place.vmName,
      resourceGroup: place.vmGroup,
      points: await pointsOf(session, place),
    }));
    yield { total, items };
  }
}

async function pointsOf(session: AzureSession, place: ItemPath): Promise<PolicyPoints['items'][number]['points']> {
  const found = await readWindow(session, (now) => {
    const filter = `startDate eq '${azureMoment(now - TEN_YEARS)}' and endDate eq '${azureMoment(now + TEN_YEARS)}'`;
    return readPages(session, pointPage, (options) =>
      clients.backup(session, place.subscriptionId).recoveryPoints.list(...itemArguments(place), { ...options, filter }),
    );
  });
  const points = found.flatMap(({ properties: { recoveryPointTime, recoveryPointTierDetails: tiers, recoveryPointProperties: kept } }) => {
    const time = momentOf(recoveryPointTime);
    if (time === null) return [];
    return [{ time, keeper: kept?.ruleName ? ('policy' as const) : isForVault(tiers) ? ('request' as const) : ('snapshot' as const) }];
  });
  return points.toSorted((a, b) => b.time.localeCompare(a.time));
}

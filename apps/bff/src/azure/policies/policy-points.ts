import { itemPath, type ItemPath, type PolicyPoints, type VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { azureMoment } from '../filter-moment';
import { itemArguments } from '../items/item-place';
import { listItems } from '../items/items';
import { momentOf } from '../moments';
import { pageOf, readPages } from '../connection/pages';

const text = z.string().nullish();
const pointPage = pageOf(
  z.object({
    properties: z.object({
      recoveryPointTime: text,
      recoveryPointTierDetails: z.array(z.object({ type: text })).nullish(),
      recoveryPointProperties: z.object({ ruleName: text }).nullish(),
    }),
  }),
);

/** More are counted, not read: the points of a thousand machines would be a million rows. */
const ITEMS_READ = 20;
const PARALLEL = 5;
const TEN_YEARS = 3653 * 86_400_000;

/** The recovery points of the items that follow a policy, with what decides when they end. */
export async function listPolicyPoints(session: AzureSession, path: VaultPath, policyName: string): Promise<PolicyPoints> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const following = (await listItems(session, path)).filter((item) => item.policyName?.toLowerCase() === policyName.toLowerCase());
  const places = following
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name, resourceGroup: vmGroup }) => {
      const place = itemPath.safeParse({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName: name });
      return place.success ? [place.data] : [];
    });
  const items = await pLimit(PARALLEL).map(places.slice(0, ITEMS_READ), async (place) => ({
    name: place.vmName,
    resourceGroup: place.vmGroup,
    points: await pointsOf(session, place),
  }));
  return { total: following.length, items };
}

async function pointsOf(session: AzureSession, place: ItemPath): Promise<PolicyPoints['items'][number]['points']> {
  const now = Date.now();
  const filter = `startDate eq '${azureMoment(now - TEN_YEARS)}' and endDate eq '${azureMoment(now + TEN_YEARS)}'`;
  const found = await readPages(session, pointPage, (options) =>
    clients.backup(session, place.subscriptionId).recoveryPoints.list(...itemArguments(place), { ...options, filter }),
  );
  const points = found.flatMap(({ properties: { recoveryPointTime, recoveryPointTierDetails: tiers, recoveryPointProperties: kept } }) => {
    const time = momentOf(recoveryPointTime);
    if (time === null) return [];
    const inVault = tiers == null || tiers.some(({ type }) => type !== 'InstantRP');
    return [{ time, keeper: kept?.ruleName ? ('policy' as const) : inVault ? ('request' as const) : ('snapshot' as const) }];
  });
  return points.toSorted((a, b) => b.time.localeCompare(a.time));
}

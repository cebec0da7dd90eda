import type { ItemPath, PairedRegion } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { readWindow } from '../connection/time-window';
import { azureMoment } from '../filter-moment';
import { itemIdOf } from '../items/item-place';
import { momentOf } from '../moments';
import { PAIRED_VERSION } from '../vaults/paired-region';
import { tierDetails, usableTiers } from './tiers';

const pointPage = pageOf(
  z.object({ name: z.string(), properties: z.object({ recoveryPointTime: z.string(), recoveryPointTierDetails: tierDetails }) }),
);

const DAY = 86_400_000;

/** The points of the last so many days that the paired region can restore, newest first. */
export async function listPairedPoints(session: AzureSession, path: ItemPath, days: number): Promise<PairedRegion['points']> {
  const found = await readWindow(session, (now) => {
    const filter = `startDate eq '${azureMoment(now - days * DAY)}' and endDate eq '${azureMoment(now + 365 * DAY)}'`;
    const query = new URLSearchParams({ 'api-version': PAIRED_VERSION, $filter: filter });
    return readPagesAt(
      session,
      pointPage,
      `${session.cloud.resourceManager}${encodeURI(itemIdOf(path))}/recoveryPoints?${query.toString()}`,
    );
  });
  return found
    .filter(({ properties }) => usableTiers(properties.recoveryPointTierDetails)?.includes('vault') ?? true)
    .flatMap(({ name, properties }) => {
      const time = momentOf(properties.recoveryPointTime);
      return time === null ? [] : [{ id: name, time }];
    })
    .toSorted((a, b) => b.time.localeCompare(a.time));
}

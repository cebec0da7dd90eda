import * as z from 'zod';
import { API_VERSIONS } from '../connection/api-versions';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { unlessHidden } from '../connection/upstream-failure';

/** Addresses of a subnet: those that Azure keeps for itself count neither as taken nor as there. */
interface SubnetRoom {
  used: number;
  limit: number;
}

const usagePage = pageOf(z.object({ id: z.string().nullish(), currentValue: z.number(), limit: z.number() }));

const networkOf = (subnetId: string) => subnetId.replace(/\/subnets\/[^/]+$/i, '');

/** Null where the user may not learn it, or Azure does not tell. */
export async function readSubnetRoom(session: AzureSession, subnetId: string): Promise<SubnetRoom | null> {
  const url = armUrl(session, `${networkOf(subnetId)}/usages`, `api-version=${API_VERSIONS.network}`);
  const usages = await unlessHidden(readPagesAt(session, usagePage, url), []);
  const found = usages.find(({ id }) => id?.toLowerCase() === subnetId.toLowerCase());
  return found ? { used: found.currentValue, limit: found.limit } : null;
}

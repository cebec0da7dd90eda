import * as z from 'zod';
import { sameName } from '@tresor/support-matrix';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';
import { API_VERSIONS } from './connection/api-versions';

const text = z.string().nullish();
const locationPage = pageOf(
  z.object({
    name: z.string(),
    displayName: z.string(),
    metadata: z.object({ regionType: text, geography: text, pairedRegion: z.array(z.object({ name: z.string() })).nullish() }).nullish(),
  }),
);

interface Region {
  name: string;
  displayName: string;
  /** Null where Azure does not tell it. */
  geography: string | null;
  /** The region it is paired with; null where there is none. */
  paired: string | null;
}

/** The regions of a subscription that are places; others only stand for several of them. */
export async function listRegions(session: AzureSession, subscriptionId: string): Promise<Region[]> {
  const locations = await readPagesAt(
    session,
    locationPage,
    `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/locations?api-version=2022-12-01`,
  );
  return locations
    .filter(({ metadata }) => (metadata?.regionType ?? 'Physical') === 'Physical')
    .map(({ name, displayName, metadata }) => ({
      name,
      displayName,
      geography: metadata?.geography ?? null,
      paired: metadata?.pairedRegion?.[0]?.name ?? null,
    }));
}

/** Whether two regions lie in different geographies; where Azure does not tell, they are taken for neighbors. */
export async function areInDifferentGeographies(
  session: AzureSession,
  subscriptionId: string,
  ...both: [string, string]
): Promise<boolean> {
  const regions = await listRegions(session, subscriptionId);
  const [one, other] = both.map((place) => regions.find(({ name }) => sameName(name, place))?.geography ?? null);
  return one != null && other != null && one !== other;
}

const VERSIONS = {
  'Microsoft.Compute': API_VERSIONS.compute,
  'Microsoft.Network': API_VERSIONS.network,
  'Microsoft.Storage': API_VERSIONS.storage,
} as const;

const usagePage = pageOf(z.object({ currentValue: z.number(), limit: z.number(), name: z.object({ value: z.string() }) }));

/** What a subscription has in a region of what a provider counts, and how much it may have. */
export const listUsages = (session: AzureSession, provider: keyof typeof VERSIONS, subscriptionId: string, location: string) =>
  readPagesAt(
    session,
    usagePage,
    `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/${provider}/locations/${location}/usages?api-version=${VERSIONS[provider]}`,
  );

import { managementGroup, subscription, type ManagementGroup, type ManagementGroupName, type Subscription } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';

const GROUPS = 'providers/Microsoft.Management/managementGroups';
const VERSION = 'api-version=2020-05-01';

const groupPage = pageOf(z.object({ name: z.string(), properties: z.object({ displayName: z.string().nullish() }).nullish() }));

/** The management groups the user may read, by their display names. */
export async function listManagementGroups(session: AzureSession): Promise<ManagementGroup[]> {
  const found = await readPagesAt(session, groupPage, `${session.cloud.resourceManager}/${GROUPS}?${VERSION}`);
  return found
    .flatMap(({ name, properties }) => {
      const group = managementGroup.safeParse({ name, displayName: properties?.displayName || name });
      return group.success ? [group.data] : [];
    })
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName));
}

const descendantPage = pageOf(
  z.object({ type: z.string(), name: z.string(), properties: z.object({ displayName: z.string().nullish() }).nullish() }),
);

/** The subscriptions in a management group and in those below it, also those that the user does not see themselves. */
export async function subscriptionsInGroup(session: AzureSession, group: ManagementGroupName): Promise<Subscription[]> {
  const below = await readPagesAt(
    session,
    descendantPage,
    `${session.cloud.resourceManager}/${GROUPS}/${encodeURIComponent(group)}/descendants?${VERSION}`,
  );
  return below
    .filter(({ type }) => /(?:^|\/)subscriptions$/i.test(type))
    .flatMap(({ name, properties }) => {
      const found = subscription.safeParse({ subscriptionId: name, name: properties?.displayName || name, state: '' });
      return found.success ? [found.data] : [];
    });
}

import { listedSubscription, subscriptionId, type ListedSubscription } from '@tresor/contracts';
import { isReadOnlySubscription } from '@tresor/support-matrix';
import * as z from 'zod';
import { partOf } from './connection/answer';
import type { AzureSession } from './connection/azure';
import { call } from './connection/call';
import { clients } from './connection/clients';
import { pageOf, readPages } from './connection/pages';

const subscriptionBody = z.object({
  subscriptionId,
  displayName: z.string(),
  state: z.string(),
  tenantId: z.string().nullish(),
  managedByTenants: z.array(z.object({ tenantId: z.string() })).nullish(),
});

const subscriptionPage = pageOf(subscriptionBody);

/** The user's subscriptions, those that are switched off too. */
export async function listSubscriptions(session: AzureSession): Promise<ListedSubscription[]> {
  const found = await readPages(session, subscriptionPage, (options) => clients.subscriptions(session).subscriptions.list(options));
  return found.map((body) => {
    const { subscriptionId, displayName: name, state } = body;
    return listedSubscription.parse({ subscriptionId, name, state, customerTenantId: customerOf(body, session.principal.tid) });
  });
}

/** The tenant that has delegated a subscription to the user's own: it belongs to another, and the user's manages it. */
function customerOf({ tenantId, managedByTenants }: z.infer<typeof subscriptionBody>, own: string): string | null {
  const isOwn = (id: string) => id.toLowerCase() === own.toLowerCase();
  return tenantId && !isOwn(tenantId) && managedByTenants?.some((one) => isOwn(one.tenantId)) ? tenantId : null;
}

/** What of a subscription the user may read of itself; undefined where nothing. */
async function readSubscription(session: AzureSession, subscriptionId: string): Promise<z.infer<typeof subscriptionBody> | undefined> {
  const answer = await call(session, 'read', (options) => clients.subscriptions(session).subscriptions.get(subscriptionId, options)).catch(
    () => undefined,
  );
  return partOf(subscriptionBody, answer?.body);
}

/** Whether Azure is known to refuse whatever changes something in it. */
export const isReadOnly = async (session: AzureSession, subscriptionId: string): Promise<boolean> =>
  isReadOnlySubscription((await readSubscription(session, subscriptionId))?.state ?? '');

/** The name of a subscription; its id where the user sees none. */
export async function subscriptionName(session: AzureSession, subscriptionId: string): Promise<string> {
  const read = await readSubscription(session, subscriptionId);
  if (read !== undefined) return read.displayName;
  // A right on anything in it is enough for the list, but not for reading it alone.
  const listed = await listSubscriptions(session).catch(() => []);
  return listed.find((one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase())?.name ?? subscriptionId;
}

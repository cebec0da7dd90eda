import { subscription, type Subscription } from '@tresor/contracts';
import * as z from 'zod';
import { partOf } from './connection/answer';
import type { AzureSession } from './connection/azure';
import { call } from './connection/call';
import { clients } from './connection/clients';
import { pageOf, readPages } from './connection/pages';

const subscriptionBody = z.object({ subscriptionId: z.string(), displayName: z.string(), state: z.string() });

const subscriptionPage = pageOf(subscriptionBody);

/** The user's subscriptions, those that are switched off too. */
export async function listSubscriptions(session: AzureSession): Promise<Subscription[]> {
  const found = await readPages(session, subscriptionPage, (options) => clients.subscriptions(session).subscriptions.list(options));
  return found.map(({ subscriptionId, displayName, state }) => subscription.parse({ subscriptionId, name: displayName, state }));
}

/** The name of a subscription, or its id for those who may not read it. */
export async function subscriptionName(session: AzureSession, subscriptionId: string): Promise<string> {
  const answer = await call(session, 'read', (options) => clients.subscriptions(session).subscriptions.get(subscriptionId, options)).catch(
    () => undefined,
  );
  return partOf(subscriptionBody, answer?.body)?.displayName ?? subscriptionId;
}

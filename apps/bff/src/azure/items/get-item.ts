import type { ItemDetails, ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { itemArguments } from './item-place';
import { itemBody, toItem } from './items';
import { momentOf } from '../moments';
import { subscriptionName } from '../subscriptions';

const text = z.string().nullish();

const extraBody = z.object({
  properties: z.object({
    healthStatus: text,
    extendedInfo: z.object({ oldestRecoveryPoint: text, recoveryPointCount: z.int().nullish() }).nullish(),
  }),
});

/** What the Backup service tells of an item. */
export type BackedUpItem = Omit<ItemDetails, 'machine'>;

export async function getItem(session: AzureSession, path: ItemPath): Promise<BackedUpItem> {
  const [answer, subscription] = await Promise.all([
    call(session, 'read', (options) =>
      clients
        .backup(session, path.subscriptionId)
        .protectedItems.get(...itemArguments(path), { ...options, filter: "expand eq 'extendedinfo'" }),
    ),
    subscriptionName(session, path.subscriptionId),
  ]);
  const { properties } = expectBody(extraBody, answer.body);
  return {
    ...toItem(expectBody(itemBody, answer.body)),
    subscriptionName: subscription,
    healthStatus: properties.healthStatus ?? null,
    oldestRecoveryPoint: momentOf(properties.extendedInfo?.oldestRecoveryPoint),
    recoveryPointCount: properties.extendedInfo?.recoveryPointCount ?? null,
  };
}

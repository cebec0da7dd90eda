import type { ItemDetails, ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isElsewhere, isOfPath, itemArguments, vmIdOf } from './item-place';
import { itemBody, listPairedItems, toItem } from './items';
import { momentOf } from '../moments';
import { subscriptionName } from '../subscriptions';
import { fromEitherRegion } from '../vaults/either-region';
import { Problem } from '../../problem';
import { readStanding } from './standing';

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
  const [item, subscription] = await Promise.all([
    fromEitherRegion(
      session,
      path,
      () => readItem(session, path),
      (region) => findPairedItem(session, path, region),
    ),
    subscriptionName(session, path.subscriptionId),
  ]);
  const elsewhere = isElsewhere(path, item.vmId) ? parseArmId(item.vmId)?.subscriptionId : undefined;
  return { ...item, subscriptionName: elsewhere === undefined ? subscription : await subscriptionName(session, elsewhere) };
}

/** ARM id of the machine that an item protects, as the item names it. */
export const readVmId = async (session: AzureSession, path: ItemPath): Promise<string> =>
  (await readItem(session, path)).vmId || vmIdOf(path);

type ReadItem = Omit<BackedUpItem, 'subscriptionName'>;

/** The paired region lists items and tells of no single one. */
async function findPairedItem(session: AzureSession, path: ItemPath, pairedRegion: string): Promise<ReadItem> {
  const item = (await listPairedItems(session, path)).find(({ vmId }) => isOfPath(path, vmId));
  if (!item) throw new Problem('item-not-found');
  return { ...item, healthStatus: null, oldestRecoveryPoint: null, recoveryPointCount: null, pairedRegion };
}

/** As the vault’s own region has it. */
export async function readItem(session: AzureSession, path: ItemPath): Promise<ReadItem> {
  const { body } = await call(session, 'read', (options) =>
    clients
      .backup(session, path.subscriptionId)
      .protectedItems.get(...itemArguments(path), { ...options, filter: "expand eq 'extendedinfo'" }),
  );
  const { properties } = expectBody(extraBody, body);
  return {
    ...toItem(expectBody(itemBody, body)),
    healthStatus: properties.healthStatus ?? null,
    oldestRecoveryPoint: momentOf(properties.extendedInfo?.oldestRecoveryPoint),
    recoveryPointCount: properties.extendedInfo?.recoveryPointCount ?? null,
    pairedRegion: null,
  };
}

/** The item with whether its machine still stands: the Backup service tells of the last backup only, also when there is nothing left to back up. */
export async function getItemOfMachine(session: AzureSession, path: ItemPath): Promise<ItemDetails> {
  const item = await getItem(session, path);
  return { ...item, machine: await readStanding(session, item.vmId || vmIdOf(path)) };
}

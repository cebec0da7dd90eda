import type { AzureFinding, ItemDetails, ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { sanitise } from '../../azure-words';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { VERSION_WITH_THREATS } from '../connection/backup-region';
import { clients } from '../connection/clients';
import { readUrl } from '../connection/read-url';
import { isElsewhere, isOfPath, itemIdOf, vmIdOf } from './item-place';
import { itemBody, listPairedItems, toItem } from './items';
import { momentOf } from '../moments';
import { subscriptionName } from '../subscriptions';
import { fromEitherRegion } from '../vaults/either-region';
import { own } from '../../own';
import { Problem } from '../../problem';
import { readStanding } from './standing';

const text = z.string().nullish();

const extraBody = z.object({
  properties: z.object({
    healthStatus: text,
    healthDetails: z
      .array(z.object({ code: z.int().nullish(), title: text, message: text, recommendations: z.array(z.string()).nullish() }))
      .nullish(),
    sourceSideScanInfo: z.object({ sourceSideScanSummary: text }).nullish(),
    extendedInfo: z.object({ oldestRecoveryPoint: text, recoveryPointCount: z.int().nullish() }).nullish(),
  }),
});

type HealthDetail = NonNullable<z.infer<typeof extraBody>['properties']['healthDetails']>[number];

const toFinding = ({ code, title, message, recommendations }: HealthDetail): AzureFinding => ({
  code: code ?? null,
  title: title ?? '',
  message: sanitise(message ?? '') ?? '',
  recommendations: (recommendations ?? []).map((recommendation) => sanitise(recommendation) ?? ''),
});

/** Azure’s words; `Unknown` and `NotApplicable` tell nothing. */
const THREAT: Record<string, NonNullable<ItemDetails['threat']>> = { Healthy: 'none', Suspicious: 'suspicious' };

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
  return { ...item, healthStatus: null, findings: [], threat: null, oldestRecoveryPoint: null, recoveryPointCount: null, pairedRegion };
}

/** As the vault’s own region has it. */
export async function readItem(session: AzureSession, path: ItemPath): Promise<ReadItem> {
  const query = new URLSearchParams({ 'api-version': VERSION_WITH_THREATS, $filter: "expand eq 'extendedinfo'" });
  const { body } = await readUrl(session, clients.arm(session), armUrl(session, itemIdOf(path), query.toString()));
  const { properties } = expectBody(extraBody, body);
  return {
    ...toItem(expectBody(itemBody, body)),
    healthStatus: properties.healthStatus ?? null,
    findings: properties.healthStatus === 'Passed' ? [] : (properties.healthDetails ?? []).map(toFinding),
    threat: own(THREAT, properties.sourceSideScanInfo?.sourceSideScanSummary) ?? null,
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

import { randomUUID } from 'node:crypto';
import type { ItemPath } from '@tresor/contracts';
import { byHand } from '../../azure/compute/old-tags';
import type { AzureSession } from '../../azure/connection/azure';
import { makeIsolatedNetwork } from '../../azure/network/isolated-network';
import { readPermissions } from '../../azure/permissions';
import { vaultLocation } from '../../azure/vaults/vaults';
import { Problem } from '../../problem';
import { answerOf } from '../record/command-answer';
import { placeOf } from '../record/command-place';
import { isolatedGroupOf } from './disk-places';
import type { RecoveryInHand } from './recovery-in-hand';

const NEEDED = [
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Resources/subscriptions/resourceGroups/write',
  'Microsoft.Network/networkSecurityGroups/write',
  'Microsoft.Network/networkSecurityGroups/join/action',
  'Microsoft.Network/virtualNetworks/write',
  'Microsoft.KeyVault/vaults/write',
];
/** What a rehearsal made is to go again. */
const TO_REMOVE = 'Microsoft.Resources/subscriptions/resourceGroups/delete';

/** @throws Problem where somebody may not make, or not remove, what isolates machines in each of their subscriptions */
export async function requireMayIsolate(session: AzureSession, items: readonly ItemPath[], isRehearsal: boolean): Promise<void> {
  const needed = isRehearsal ? [...NEEDED, TO_REMOVE] : NEEDED;
  for (const id of new Set(items.map(({ subscriptionId }) => subscriptionId))) {
    const { may } = await readPermissions(session, `/subscriptions/${id}`);
    if (!needed.every(may)) throw new Problem('isolation-forbidden');
  }
}

/** Makes the group and the network of a machine once in a run, on record, however many machines go there at once. */
export function isolate(hand: RecoveryInHand, item: ItemPath): Promise<void> {
  const group = isolatedGroupOf(item, hand.record);
  if (group === null) return Promise.resolve();
  const groupId = `/subscriptions/${item.subscriptionId}/resourceGroups/${group}`;
  const key = `${groupId} ${item.resourceGroup} ${item.vaultName}`.toLowerCase();
  const made = hand.isolated.get(key) ?? make(hand, item, groupId);
  hand.isolated.set(key, made);
  made.catch(() => hand.isolated.delete(key));
  return made;
}

async function make({ run, session, record }: RecoveryInHand, item: ItemPath, groupId: string): Promise<void> {
  const { planId } = run;
  const azure = { ...session, correlationId: randomUUID() };
  const location = await vaultLocation(azure, item);
  await run.tools.record.carryOut(
    azure,
    { name: 'recoveryPlans.isolate', reason: null, ...placeOf('recoveryPlans.isolate', { planId }, azure.correlationId) },
    (recorded) => makeIsolatedNetwork(recorded, { groupId, location, planId, tags: byHand(record.target.addedTags) }),
    () => answerOf('recoveryPlans.isolate', {}),
  );
}

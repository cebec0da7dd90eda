import type { VaultPlaces, VaultSummary } from '@tresor/contracts';
import { RESOURCE_GROUP_NAME, VAULTS_PER_REGION, sameName, vaultNameFault, type Edition } from '@tresor/support-matrix';
import { whyNotRead, type Read } from '../../../blades/why-not-read';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import type { Message } from '../../../language/messages';
import { messages, nameFaults } from '../setup/messages';

/** What is wrong with the name; undefined also while nothing is typed. */
export function nameFaultOf({ name, subscriptionId }: NewVaultDraft, vaults: readonly VaultSummary[]): Message | undefined {
  const fault = vaultNameFault(name);
  if (fault !== null) return fault === 'missing' ? undefined : nameFaults[fault];
  const isTaken = vaults.some((vault) => sameName(vault.subscriptionId, subscriptionId) && sameName(vault.name, name));
  return isTaken ? messages.nameTaken : undefined;
}

/** What is wrong with the name of a new resource group; undefined also while nothing is typed. */
export function groupFaultOf({ isNewGroup, newGroup }: NewVaultDraft, places: VaultPlaces | undefined): Message | undefined {
  if (!isNewGroup || newGroup === '') return undefined;
  if (!RESOURCE_GROUP_NAME.test(newGroup)) return messages.groupFault;
  return places?.resourceGroups.some(({ name }) => sameName(name, newGroup)) === true ? messages.groupTaken : undefined;
}

/** The first thing that keeps the form from being sent. */
export function whyNotCreate(draft: NewVaultDraft, vaults: readonly VaultSummary[], places: Read<VaultPlaces>): Message | undefined {
  if (draft.name === '') return messages.needsName;
  if (draft.subscriptionId === '') return messages.needsSubscription;
  const unread = whyNotRead(places);
  if (unread !== undefined) return unread;
  if ((draft.isNewGroup ? draft.newGroup : draft.group) === '') return messages.needsGroup;
  if (draft.location === '') return messages.needsLocation;
  return nameFaultOf(draft, vaults) ?? groupFaultOf(draft, places.data);
}

/** How many vaults the subscription may have in the chosen region, where it has them; those that the signed-in person doesn’t see are not counted. */
export function fullRegionOf(
  { subscriptionId, location }: NewVaultDraft,
  vaults: readonly VaultSummary[],
  edition: Edition,
): number | undefined {
  const there = vaults.filter((vault) => sameName(vault.subscriptionId, subscriptionId) && sameName(vault.location, location));
  return there.length < VAULTS_PER_REGION[edition] ? undefined : VAULTS_PER_REGION[edition];
}

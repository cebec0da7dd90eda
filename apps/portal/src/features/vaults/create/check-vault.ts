import type { VaultPlaces, VaultSummary } from '@tresor/contracts';
import { isResourceGroupNameAllowed, vaultNameFault } from '@tresor/support-matrix';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import type { Message } from '../../../language/messages';
import { messages, nameFaults } from '../setup/messages';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What is wrong with the name; undefined also while nothing is typed. */
export function nameFaultOf({ name, subscriptionId }: NewVaultDraft, vaults: readonly VaultSummary[]): Message | undefined {
  const fault = vaultNameFault(name);
  if (fault !== null) return fault === 'missing' ? undefined : nameFaults[fault];
  const isTaken = vaults.some((vault) => same(vault.subscriptionId, subscriptionId) && same(vault.name, name));
  return isTaken ? messages.nameTaken : undefined;
}

/** What is wrong with the name of a new resource group; undefined also while nothing is typed. */
export function groupFaultOf({ isNewGroup, newGroup }: NewVaultDraft, places: VaultPlaces | undefined): Message | undefined {
  if (!isNewGroup || newGroup === '') return undefined;
  if (!isResourceGroupNameAllowed(newGroup)) return messages.groupFault;
  return places?.resourceGroups.some(({ name }) => same(name, newGroup)) === true ? messages.groupTaken : undefined;
}

/** The first thing that keeps the form from being sent. */
export function whyNotCreate(draft: NewVaultDraft, vaults: readonly VaultSummary[], places: VaultPlaces | undefined): Message | undefined {
  if (draft.name === '') return messages.needsName;
  if (draft.subscriptionId === '') return messages.needsSubscription;
  if (places === undefined) return messages.loading;
  if ((draft.isNewGroup ? draft.newGroup : draft.group) === '') return messages.needsGroup;
  if (draft.location === '') return messages.needsLocation;
  return nameFaultOf(draft, vaults) ?? groupFaultOf(draft, places);
}

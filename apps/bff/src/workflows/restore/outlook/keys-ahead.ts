import type { ItemPath, KeyChain, KeyLink, ReadNeed } from '@tresor/contracts';
import { linksOf, revivedBy, type StepId } from '@tresor/support-matrix';
import { sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import type { HeldKeys } from '../../../azure/restores/held-keys';
import type { FoundChain } from '../journey/find-chain';
import { isSomethingGone } from '../steps/keys';
import { targetsFor } from '../keys/key-vault-targets';
import type { StepPlaces } from '../../rights/read-rights';

/** A right that a step of the restore will ask for, and where. */
export interface RightAhead {
  id: StepId;
  places: StepPlaces;
}

/** What becomes of the keys, the way that is proposed: where they will be, and what that takes. */
export interface KeysAhead {
  /** ARM ids of the key vaults that will open the disks; one that is still to be made has only a place. */
  keyVaultIds: string[];
  rights: RightAhead[];
  /** Whether the disks will have to be told of other keys than they know. */
  move: boolean;
  /** What would have to be seen to know whether they are there. */
  needs: ReadNeed[];
}

export async function keysAhead(
  session: AzureSession,
  item: ItemPath,
  held: HeldKeys,
  { chain, isThere }: FoundChain,
  region: string | null = null,
): Promise<KeysAhead> {
  const inPlace = { keyVaultIds: keyVaultsOf(chain), rights: [], move: false, needs: [] };
  // What is gone from its place can be brought back, wherever somebody may have put it meanwhile.
  if (isThere.state === 'hidden' && !isSomethingGone(chain))
    return { ...inPlace, needs: isThere.needs.map((need) => narrowed(need, inPlace.keyVaultIds)) };
  if (isThere.state === 'known' && isThere.value) return inPlace;
  const revived = linksOf(chain).flatMap((link) => revival(link) ?? []);
  const gone = linksOf(chain).filter((link) => link.state !== 'present' && revival(link) === undefined);
  if (gone.length === 0) return { ...inPlace, rights: revived };
  const original = chain.secret.keyVaultId;
  const own = (await targetsFor(session, item, held, region)).find(({ id }) => sameId(id, original));
  const here = { 'key-vault': [original] };
  if (own?.reason === null) return { ...inPlace, rights: [...revived, { id: 'restore-keys', places: here }], move: true };
  if (own?.reason === 'not-enabled-for-disk-encryption') {
    const both = [
      { id: 'open-key-vault' as const, places: here },
      { id: 'restore-keys' as const, places: here },
    ];
    return { ...inPlace, rights: [...revived, ...both], move: true };
  }
  const group = `/subscriptions/${item.subscriptionId}/resourceGroups/${item.vmGroup}`;
  const made = { id: 'create-key-vault' as const, places: { group: [group] } };
  return { keyVaultIds: [newKeyVault(group)], rights: [...revived, made], move: true, needs: [] };
}

/** Where they were is enough to see that they are there. */
function narrowed({ right, at }: ReadNeed, own: readonly string[]): ReadNeed {
  const [first, ...rest] = at.filter((place) => own.some((id) => sameId(id, place)));
  return first === undefined ? { right, at } : { right, at: [first, ...rest] };
}

/** Nobody reads this address: rights on it come from its group. */
const newKeyVault = (group: string) => `${group}/providers/Microsoft.KeyVault/vaults/new`;

function revival(link: KeyLink): RightAhead | undefined {
  const id = revivedBy(link);
  return id && { id, places: { 'key-vault': [link.keyVaultId] } };
}

const keyVaultsOf = (chain: KeyChain) => [...new Set(linksOf(chain).map(({ keyVaultId }) => keyVaultId))];

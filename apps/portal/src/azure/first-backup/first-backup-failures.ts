import type { Item, ItemInVault, KeyVaultAccess } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import type { ChosenMachine } from '../../kept/backup-draft';
import type { BrokenKey } from '../key-chain/broken-keys';

/** Enabling looks at no key; the first backup does. What it fails for. */
export interface FirstBackupFailure {
  /** Key vaults in which the Backup service lacks permissions. */
  lacking: readonly KeyVaultAccess[];
  /** Key vaults that are not there. */
  missing: readonly KeyVaultAccess[];
  broken: readonly BrokenKey[];
}

/** By the id of the machine in lower case. */
export type FirstBackupFailures = ReadonlyMap<string, FirstBackupFailure>;

/** A secret that no key encrypts asks for no permission for keys. */
const isLacked = ({ kind }: ChosenMachine['encryption'], { state, lacking }: KeyVaultAccess) =>
  state === 'lacking' && (kind === 'bek-kek' || lacking.some((permission) => permission.startsWith('secrets/')));

/** The machines whose first backup fails as things are, and for what. A machine of which nothing is known is none of them. */
export function firstBackupFailuresOf(
  machines: readonly ChosenMachine[],
  access: readonly KeyVaultAccess[],
  broken: readonly BrokenKey[],
): FirstBackupFailures {
  const keyVaults = new Map(access.map((one) => [one.id.toLowerCase(), one]));
  const failures = new Map<string, FirstBackupFailure>();
  for (const { id, encryption } of machines) {
    const used = encryption.keyVaultIds.flatMap((keyVaultId) => keyVaults.get(keyVaultId.toLowerCase()) ?? []);
    const lacking = used.filter((one) => isLacked(encryption, one));
    const missing = used.filter(({ state }) => state === 'missing');
    const ofMachine = broken.filter(({ machine }) => machine.id === id);
    if (lacking.length + missing.length + ofMachine.length > 0)
      failures.set(id.toLowerCase(), { lacking, missing, broken: missing.length > 0 ? [] : ofMachine });
  }
  return failures;
}

type Awaiting = Pick<Item, 'protectionState' | 'lastBackupStatus' | 'deletedAt'> & Partial<Pick<ItemInVault, 'machine'>>;

/** Whether nothing was backed up of an item yet, nor tried. */
export const awaitsFirstBackup = (item: Awaiting): boolean =>
  isBackedUp(item) && item.protectionState === 'IRPending' && item.lastBackupStatus !== 'Failed' && item.machine !== 'gone';

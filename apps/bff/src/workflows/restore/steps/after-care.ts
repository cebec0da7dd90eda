import type { VaultPath } from '@tresor/contracts';
import type { MachineState } from '../../../azure/compute/machine';
import type { AzureSession } from '../../../azure/connection/azure';
import { deleteBlob } from '../../../azure/blobs/blobs';
import { gathered, seen } from '../../../facts';
import { Problem } from '../../../problem';
import type { CommandRecord } from '../../record/command-record';
import type { ToldDisks } from '../journey/open-disks';
import { readToldJourney } from '../journey/plain-disks';
import { keepKeyVaults } from './keep-key-vaults';
import { readLeftovers } from '../journey/restored-things';
import { isVerified } from './encryption';
import { DONE, LATER, state, type State } from './state';

const LEFTOVERS_NEEDED = state('blocked', 'leftovers-needed');

/** Where the key data that the restore left behind stands. */
export function afterCare(leftovers: string[], encrypted: boolean | null, machine: MachineState | null, open: ToldDisks): State {
  // Where nothing is left, nothing hangs on what is not known.
  if (leftovers.length === 0) return isVerified(encrypted ?? false, machine, open) ? DONE : LATER;
  return isVerified(encrypted, machine, open) ? state('ready', 'leftovers-there', 'remove-leftovers') : LEFTOVERS_NEEDED;
}

/** Deletes the blobs with key data and looks whether they are gone. */
export async function removeLeftovers(record: CommandRecord, session: AzureSession, vault: VaultPath, jobId: string): Promise<string[]> {
  const journey = await readToldJourney(record, session, vault, jobId);
  const { parts, encrypted, machine, open } = journey;
  if (!isVerified(encrypted, seen(machine), open)) throw new Problem('machine-not-verified');
  await keepKeyVaults(session, journey);
  for (const { attributes, leftovers } of parts) {
    const { storageAccountName: account, container } = attributes;
    if (account === null || container === null) continue;
    for (const blob of seen(leftovers)) await deleteBlob(session, account, container, blob);
  }
  return seen(gathered(await Promise.all(parts.map(({ attributes }) => readLeftovers(session, attributes)))));
}

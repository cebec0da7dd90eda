import type { RemovedLeftovers, VaultPath } from '@tresor/contracts';
import type { MachineState } from '../../../azure/compute/machine';
import type { AzureSession } from '../../../azure/connection/azure';
import { deleteBlob } from '../../../azure/blobs/blobs';
import { blobAccountOf } from '../../../azure/restores/restore-attributes';
import { gathered, known, seen } from '../../../facts';
import { Problem } from '../../../problem';
import type { CommandRecord } from '../../record/command-record';
import { allKept } from '../journey/journey';
import { readToldJourney } from '../journey/plain-disks';
import { keepKeyVaults } from './keep-key-vaults';
import { readKeptLeftovers, readLeftovers } from '../journey/restored-things';
import { isVerified } from './encryption';
import { by, DONE, LATER, state, type State, type StepFacts } from './state';

const LEFTOVERS_NEEDED = state('blocked', 'leftovers-needed');

const KEPT = state('done', 'leftovers-kept');

type AfterCareFacts = Pick<StepFacts, 'encrypted' | 'open' | 'kept'>;

/** Where the key data that the restore left behind stands. */
export function afterCare(leftovers: string[], { encrypted, open, kept }: AfterCareFacts, machine: MachineState | null): State {
  // Where nothing is left, nothing hangs on what is not known.
  if (leftovers.length === 0) {
    if (!isVerified(encrypted ?? false, machine, open)) return LATER;
    return by(kept, (areKept) => (areKept ? KEPT : DONE));
  }
  return isVerified(encrypted, machine, open) ? state('ready', 'leftovers-there', 'remove-leftovers') : LEFTOVERS_NEEDED;
}

/** Deletes the blobs with key data and looks whether they are gone. */
export async function removeLeftovers(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
): Promise<RemovedLeftovers> {
  const journey = await readToldJourney(record, session, vault, jobId);
  const { parts, encrypted, machine, open } = journey;
  if (!isVerified(encrypted, seen(machine), open)) throw new Problem('machine-not-verified');
  const unprotected = await keepKeyVaults(session, journey);
  for (const { attributes, leftovers } of parts) {
    const account = blobAccountOf(session, attributes);
    const { container } = attributes;
    if (account === null || container === null) continue;
    for (const blob of seen(leftovers)) await deleteBlob(session, account, container, blob);
  }
  const leftovers = await Promise.all(parts.map(({ attributes }) => readLeftovers(session, attributes)));
  const kept = parts.map(({ attributes }, at) => readKeptLeftovers(session, attributes, leftovers[at] ?? known([])));
  return { left: seen(gathered(leftovers)), kept: allKept(await Promise.all(kept)), unprotected };
}

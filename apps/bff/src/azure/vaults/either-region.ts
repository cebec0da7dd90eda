import type { VaultPath } from '@tresor/contracts';
import { Problem } from '../../problem';
import type { AzureSession } from '../connection/azure';
import { isSilence } from '../connection/backup-region';
import { isStatus } from '../connection/upstream-failure';
import { openPairedRegion } from './paired-region';
import { readVault } from './vaults';

/**
 * What the Backup service of a vault's own region tells; where that does not answer, what the paired region does, if it may be asked. Nothing
 * more is asked while it answers. What one does not find there may well be in the vault.
 * @throws Problem `backup-region-silent` where neither tells
 */
export async function fromEitherRegion<Read>(
  session: AzureSession,
  path: VaultPath,
  own: () => Promise<Read>,
  paired: (region: string) => Promise<Read>,
): Promise<Read> {
  try {
    return await own();
  } catch (silence) {
    if (!isSilence(silence)) throw silence;
    const region = await openPairedRegion(session, path).catch(() => undefined);
    // Where not even the vault can be read, more is amiss than its region.
    if (region === undefined) throw silence;
    if (region === null) throw new Problem('backup-region-silent', { cause: silence });
    return paired(region).catch((cause: unknown) => {
      if (isStatus(cause, 401)) throw cause;
      throw new Problem('backup-region-silent', { cause });
    });
  }
}

/** What only the vault's own region tells whole. @throws Problem `backup-region-silent` where it does not answer, though the vault does */
export async function fromOwnRegion<Read>(session: AzureSession, path: VaultPath, own: Promise<Read>): Promise<Read> {
  try {
    return await own;
  } catch (silence) {
    if (isSilence(silence) && (await readVault(session, path).catch(() => null)))
      throw new Problem('backup-region-silent', { cause: silence });
    throw silence;
  }
}

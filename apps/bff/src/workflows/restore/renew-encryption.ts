import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/azure';
import { applyEncryption } from '../../azure/compute/encryption-extension';
import { vaultLocation } from '../../azure/vaults';
import { Problem } from '../../http/problem';
import { isWhole } from './find-chain';
import { readJourney } from './journey';

/** Applies disk encryption again where a disk of the machine does not count as encrypted, or the last attempt failed. */
export async function renewEncryption(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
): Promise<{ state: 'started' | 'not-needed' }> {
  const { machine, point, chain } = await readJourney(session, vault, jobId);
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  if (!point?.encrypted || point.osType === 'unknown') return { state: 'not-needed' };
  if (machine.extension === 'running') return { state: 'started' };
  if (machine.allDisksEncrypted && machine.extension !== 'failed') return { state: 'not-needed' };
  if (!chain || !isWhole(chain)) throw new Problem('keys-not-verified');
  await applyEncryption(session, machine.id, await vaultLocation(session, vault), point.osType, chain);
  return { state: 'started' };
}

import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { applyEncryption, type EncryptionApplication } from '../../azure/compute/encryption-extension';
import { vaultLocation } from '../../azure/vaults/vaults';
import { seen } from '../../facts';
import { Problem } from '../../problem';
import { isWhole } from './find-chain';
import { readJourney } from './journey';

/** Applies disk encryption again where a disk of the machine does not count as encrypted, or the last attempt failed. */
export async function renewEncryption(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  application: EncryptionApplication | null,
): Promise<{ state: 'started' | 'not-needed' }> {
  const { machine: made, point, held, chain } = await readJourney(session, vault, jobId);
  const machine = seen(made);
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  if (!point?.encrypted || point.osType === 'unknown') return { state: 'not-needed' };
  if (machine.extension === 'running') return { state: 'started' };
  if (machine.allDisksEncrypted && machine.extension !== 'failed') return { state: 'not-needed' };
  if (!chain || !isWhole(chain)) throw new Problem('keys-not-verified');
  if (held?.pass === 'dual' && !application) throw new Problem('encryption-application-needed');
  await applyEncryption(session, {
    machineId: machine.id,
    location: await vaultLocation(session, vault),
    osType: point.osType,
    chain,
    application: held?.pass === 'dual' ? application : null,
  });
  return { state: 'started' };
}

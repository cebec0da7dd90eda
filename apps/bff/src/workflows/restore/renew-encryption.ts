import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { applyEncryption, type EncryptionApplication } from '../../azure/compute/encryption-extension';
import { vaultLocation } from '../../azure/vaults/vaults';
import { inSight, seen } from '../../facts';
import { Problem } from '../../problem';
import { isWhole } from './find-chain';
import { clientIdOf } from './get-restore';
import { readJourney, type Journey } from './journey';

/** Without a client id: that of the extension of the old machine, or of the new one. */
export type GivenApplication = Omit<EncryptionApplication, 'clientId'> & { clientId: string | null };

async function applicationOf(session: AzureSession, journey: Journey, given: GivenApplication | null): Promise<EncryptionApplication> {
  const clientId = given && (given.clientId ?? inSight(await clientIdOf(session, journey), null));
  if (!given || clientId === null) throw new Problem('encryption-application-needed');
  return { clientId, clientSecret: given.clientSecret };
}

/** Applies disk encryption again where a disk of the machine does not count as encrypted, or the last attempt failed. */
export async function renewEncryption(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  application: GivenApplication | null,
): Promise<{ state: 'started' | 'not-needed' }> {
  const journey = await readJourney(session, vault, jobId);
  const { machine: made, point, held, chain } = journey;
  const machine = seen(made);
  if (machine?.provisioning !== 'done') throw new Problem('machine-not-ready');
  if (!point?.encrypted || point.osType === 'unknown') return { state: 'not-needed' };
  if (machine.extension === 'running') return { state: 'started' };
  if (machine.allDisksEncrypted && machine.extension !== 'failed') return { state: 'not-needed' };
  if (!chain || !isWhole(chain)) throw new Problem('keys-not-verified');
  const signsInAs = held?.pass === 'dual' ? await applicationOf(session, journey, application) : null;
  await applyEncryption(session, {
    machineId: machine.id,
    location: await vaultLocation(session, vault),
    osType: point.osType,
    chain,
    application: signsInAs,
  });
  return { state: 'started' };
}

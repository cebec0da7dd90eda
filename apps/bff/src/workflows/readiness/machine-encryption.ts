import type { MachineEncryption, MachinePath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { readEncryptedMachine } from '../../azure/compute/encrypted-machine';
import { readKeyVaultAccess } from '../../azure/key-vault-access/read-access';
import { readChain } from '../../azure/keys/read-chain';
import { readMachines } from '../../azure/machines/machines';

/** How a machine is encrypted, with every link of the chain of its keys and what the Backup service may do there. */
export async function getMachineEncryption(session: AzureSession, path: MachinePath, edition: Edition): Promise<MachineEncryption> {
  const { machine, urls, ...rest } = await readEncryptedMachine(session, path);
  const { keyVaultIds, kind } = machine.encryption;
  const [keyChain, keyVaults, [listed]] = await Promise.all([
    urls === undefined ? null : readChain(session, urls, machine),
    keyVaultIds.length === 0 ? [] : readKeyVaultAccess(session, keyVaultIds, edition, kind === 'bek-kek'),
    readMachines(session, [machine.id]),
  ]);
  const { protectedByVaultId = null, stoppedInVaultId = null, deletedInVaultId = null } = listed ?? {};
  return { machine: { ...machine, protectedByVaultId, stoppedInVaultId, deletedInVaultId }, ...rest, keyChain, keyVaults };
}

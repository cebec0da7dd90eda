import { machinePath, type Fact, type KeyChain, type VaultPath } from '@tresor/contracts';
import { hasDiskEncryptionEnded, judgeVirtualMachine, type Edition, type EncryptionFacts, type RuleId } from '@tresor/support-matrix';
import { readEncryptedMachine } from '../../../azure/compute/encrypted-machine';
import type { MachineState } from '../../../azure/compute/machine';
import { parseArmId, sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { listItems } from '../../../azure/items/items';
import { readKeyVaultPlaces } from '../../../azure/keys/all-key-vaults';
import type { HeldKeys } from '../../../azure/restores/held-keys';
import { getVault } from '../../../azure/vaults/vaults';
import { hidden, known } from '../../../facts';

interface Restored {
  vault: VaultPath;
  machine: MachineState;
  held: HeldKeys | null;
  chain: KeyChain | null;
  /** Where the machine stands, if that is not the vault's own region. */
  pairedRegion: string | null;
}

/** The rule of the edition that keeps the restored machine from being protected, as the wizard finds it for any machine. */
export async function judgeRestored(session: AzureSession, { vault, machine: { id }, pairedRegion, ...keys }: Restored, edition: Edition) {
  const { subscriptionId, resourceGroup: vmGroup, name: vmName } = parseArmId(id) ?? {};
  const [{ machine, agent }, { location, id: vaultId }, items] = await Promise.all([
    readEncryptedMachine(session, machinePath.parse({ subscriptionId, vmGroup, vmName })),
    getVault(session, vault),
    // A vault protects machines of its own region: elsewhere it does not matter how many it has.
    pairedRegion === null ? listItems(session, vault) : [],
  ]);
  const encryption = encryptionOf(keys) ?? machine.encryption;
  const others = items.filter(({ vmId }) => !sameId(vmId, id));
  const verdict = judgeVirtualMachine(
    { ...machine, encryption },
    {
      edition,
      diskEncryptionEnded: hasDiskEncryptionEnded(session.now().getTime()),
      agent,
      vault: { id: vaultId, subscriptionId: vault.subscriptionId, location, protectedItemCount: others.length },
      keyVaults: await readKeyVaultPlaces(session, encryption.keyVaultIds),
    },
  );
  return verdict.allowed ? null : verdict.ruleId;
}

/** The same for somebody who may not see what it is judged by. */
export async function judgeForReader(session: AzureSession, restored: Restored, edition: Edition): Promise<Fact<RuleId | null>> {
  try {
    return known(await judgeRestored(session, restored, edition));
  } catch (error) {
    if (isStatus(error, 403)) return hidden('read-machines', restored.machine.id);
    if (isStatus(error, 404)) return known(null);
    throw error;
  }
}

/** A machine of single pass says nothing of its encryption until that is applied again; the recovery point knows. */
export function encryptionOf({ held, chain }: Pick<Restored, 'held' | 'chain'>): EncryptionFacts | undefined {
  if (!held || !chain) return undefined;
  const { secret, key } = chain;
  const keyVaultIds = key && !sameId(key.keyVaultId, secret.keyVaultId) ? [secret.keyVaultId, key.keyVaultId] : [secret.keyVaultId];
  return { kind: key ? 'bek-kek' : 'bek', pass: held.pass, keyVaultIds };
}

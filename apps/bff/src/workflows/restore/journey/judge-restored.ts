import { machinePath, type Fact, type KeyChain, type VaultPath } from '@tresor/contracts';
import { hasDiskEncryptionEnded, judgeVirtualMachine, type Edition, type EncryptionFacts, type RuleId } from '@tresor/support-matrix';
import { readEncryptedMachine } from '../../../azure/compute/encrypted-machine';
import type { MachineState } from '../../../azure/compute/machine';
import { parseArmId, sameId, vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus, UpstreamFailure } from '../../../azure/connection/upstream-failure';
import { listItems } from '../../../azure/items/items';
import { readKeyVaultPlaces } from '../../../azure/keys/all-key-vaults';
import { readMachines } from '../../../azure/machines/machines';
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

/** Why the vault may not protect a restored machine. */
export interface ProtectionBar {
  ruleId: RuleId;
  /** ARM id of another vault that has it; null where none is the reason. */
  elsewhere: string | null;
}

/** What keeps the restored machine from being protected by the edition, as the wizard finds it for any machine; null where nothing does. */
export async function judgeRestored(
  session: AzureSession,
  { vault, machine: { id }, pairedRegion, ...keys }: Restored,
  edition: Edition,
): Promise<ProtectionBar | null> {
  const { subscriptionId, resourceGroup: vmGroup, name: vmName } = parseArmId(id) ?? {};
  const [{ machine: made, agent }, { location, id: vaultId }, items, others] = await Promise.all([
    readEncryptedMachine(session, machinePath.parse({ subscriptionId, vmGroup, vmName })),
    getVault(session, vault),
    // A vault protects machines of its own region: elsewhere it does not matter how many it has.
    pairedRegion === null ? listItems(session, vault) : [],
    readOthersOf(session, vault, id),
  ]);
  const encryption = encryptionOf(keys) ?? made.encryption;
  const machine = { ...made, ...others, encryption };
  const neighbors = items.filter(({ vmId }) => !sameId(vmId, id));
  const verdict = judgeVirtualMachine(machine, {
    edition,
    diskEncryptionEnded: hasDiskEncryptionEnded(session.now().getTime()),
    agent,
    vault: { id: vaultId, subscriptionId: vault.subscriptionId, location, protectedItemCount: neighbors.length },
    keyVaults: await readKeyVaultPlaces(session, encryption.keyVaultIds),
  });
  if (verdict.allowed) return null;
  const { ruleId } = verdict;
  const vaults = [machine.protectedByVaultId, machine.stoppedInVaultId, machine.deletedInVaultId];
  return { ruleId, elsewhere: ruleId === 'protected-by-another-vault' ? (vaults.find((one) => one !== null) ?? null) : null };
}

/**
 * Which other vaults have a machine: a policy (Azure Policy) may have chosen one before anybody did. What Resource Graph does not tell now
 * keeps nothing else from being told: Azure still refuses what another vault has.
 */
async function readOthersOf(session: AzureSession, vault: VaultPath, machineId: string) {
  const [listed] = await readMachines(session, [machineId]).catch((error: unknown) => {
    if (error instanceof UpstreamFailure && error.mayPass) return [];
    throw error;
  });
  const otherThan = (id: string | null = null) => (id === null || sameId(id, vaultIdOf(vault)) ? null : id);
  return {
    protectedByVaultId: otherThan(listed?.protectedByVaultId),
    stoppedInVaultId: otherThan(listed?.stoppedInVaultId),
    deletedInVaultId: otherThan(listed?.deletedInVaultId),
  };
}

/** The same for somebody who may not see what it is judged by. */
export async function judgeForReader(session: AzureSession, restored: Restored, edition: Edition): Promise<Fact<ProtectionBar | null>> {
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

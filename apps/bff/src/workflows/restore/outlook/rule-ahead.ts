import type { KeyChain, RecoveryPoint } from '@tresor/contracts';
import { hasDiskEncryptionEnded, judgeVirtualMachine, type Edition, type RuleId, nameOf } from '@tresor/support-matrix';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { listItems } from '../../../azure/items/items';
import { isOfPath } from '../../../azure/items/item-place';
import { readKeyVaultPlaces } from '../../../azure/keys/all-key-vaults';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { encryptionOf } from '../journey/judge-restored';
import type { Ahead } from './rights-ahead';

interface Known {
  ahead: Ahead;
  chain: KeyChain | null;
  point: Pick<RecoveryPoint, 'osType'>;
}

/** The rule of the edition that will keep the machine from being protected, by what its recovery point tells. */
export async function ruleAhead(session: AzureSession, { ahead, chain, point }: Known, edition: Edition): Promise<RuleId | null> {
  const { item, held, keys, location, group, diskGroup } = ahead;
  const [vaultRegion, items, keyVaults] = await Promise.all([
    vaultLocation(session, item),
    // A vault protects machines of its own region: elsewhere it does not matter how many it has.
    ahead.isPaired ? [] : listItems(session, item),
    readKeyVaultPlaces(session, keys?.keyVaultIds ?? []),
  ]);
  const encryption = encryptionOf({ held, chain });
  const machine = {
    id: `${group}/providers/Microsoft.Compute/virtualMachines/${item.vmName}`,
    name: item.vmName,
    resourceGroup: nameOf(group),
    subscriptionId: item.subscriptionId,
    location,
    deploymentModel: 'resource-manager' as const,
    osType: point.osType,
    powerState: 'running',
    encryption: encryption
      ? { ...encryption, keyVaultIds: keys?.keyVaultIds ?? [] }
      : { kind: 'none' as const, pass: null, keyVaultIds: [] },
    diskEncryptionSet: false,
    encryptionAtHost: false,
    trustedLaunch: false,
    confidential: null,
    ultraOrPremiumV2Disks: false,
    managedDisks: diskGroup !== null,
    // What the point does not tell is not judged.
    dataDiskCount: 0,
    largestDiskGiB: null,
    protectedByVaultId: null,
    stoppedInVaultId: null,
    deletedInVaultId: null,
  };
  const others = items.filter(({ vmId }) => !isOfPath(item, vmId));
  const vault = { id: vaultIdOf(item), subscriptionId: item.subscriptionId, location: vaultRegion, protectedItemCount: others.length };
  const diskEncryptionEnded = hasDiskEncryptionEnded(session.now().getTime());
  const verdict = judgeVirtualMachine(machine, { edition, vault, diskEncryptionEnded, keyVaults });
  return verdict.allowed ? null : verdict.ruleId;
}

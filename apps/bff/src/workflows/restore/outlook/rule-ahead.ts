import type { KeyChain, RecoveryPoint } from '@tresor/contracts';
import {
  hasDiskEncryptionEnded,
  isBackedUp,
  judgeVirtualMachine,
  type Edition,
  type RuleId,
  nameOf,
  sameName,
} from '@tresor/support-matrix';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { listItems } from '../../../azure/items/items';
import { isOfPath } from '../../../azure/items/item-place';
import { readKeyVaultPlaces } from '../../../azure/keys/all-key-vaults';
import type { StandingMachine } from '../../../azure/items/standing';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { encryptionOf } from '../journey/judge-restored';
import type { Ahead } from './rights-ahead';

interface Known {
  ahead: Ahead;
  chain: KeyChain | null;
  point: Pick<RecoveryPoint, 'osType'>;
  /** Whether the old machine stands. */
  standing: StandingMachine['standing'];
}

/**
 * The rule of the edition that will keep the machine from being protected, by what its recovery point tells. Nothing asks for one where the
 * machine comes back under its old name and group as the item that it was, and that is still backed up.
 */
export async function ruleAhead(session: AzureSession, { ahead, chain, point, standing }: Known, edition: Edition): Promise<RuleId | null> {
  const { item, held, keys, location, group, diskGroup } = ahead;
  const [vaultRegion, items, keyVaults] = await Promise.all([
    vaultLocation(session, item),
    // A vault protects machines of its own region: elsewhere it does not matter how many it has.
    ahead.isPaired ? [] : listItems(session, item),
    readKeyVaultPlaces(session, keys?.keyVaultIds ?? []),
  ]);
  const own = items.find(({ vmId }) => isOfPath(item, vmId));
  if (own && isBackedUp(own) && standing === 'gone' && sameName(nameOf(group), item.vmGroup)) return null;
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

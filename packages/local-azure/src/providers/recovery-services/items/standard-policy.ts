import type { ArmCall } from '../../../arm/route';
import { at, list, text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { serviceEdition } from '../backup-service';
import { findPolicy } from '../state/policy-store';
import { badRequest } from '../wire';

/** From this version of the API on a standard policy takes machines with Trusted Launch. */
const TRUSTED_LAUNCH_SINCE = '2025-01-01';

/**
 * A standard policy takes neither Ultra Disks nor Premium SSD v2, and Trusted Launch of newer clients alone. Source:
 * learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy, of 11 June 2025. @throws 400; the codes are not published
 */
export function refuseStandardPolicy({ world, apiVersion }: ArmCall, vaultId: string, vmId: string, policyName: string): void {
  const vm = world.resources.get(vmId);
  const isEnhanced = findPolicy(world, vaultId, policyName)?.properties.policyType === 'V2';
  if (!vm || isEnhanced || serviceEdition(world) === '2017-01') return;
  if (list(at(vm.properties, 'storageProfile', 'dataDisks')).some(isNewer)) {
    throw badRequest(
      'UserErrorDiskTypeNotSupportedWithStandardPolicy',
      'A Standard policy does not back up Ultra Disks and Premium SSD v2 disks. Use an Enhanced policy.',
    );
  }
  if (isTrustedLaunch(vm) && apiVersion < TRUSTED_LAUNCH_SINCE) {
    throw badRequest(
      'UserErrorTrustedLaunchNotSupportedWithStandardPolicy',
      'A Standard policy does not back up virtual machines with Trusted Launch. Use an Enhanced policy.',
    );
  }
}

const isNewer = (disk: unknown) => /^(UltraSSD|PremiumV2)_/i.test(text(at(disk, 'managedDisk', 'storageAccountType')) ?? '');

const isTrustedLaunch = ({ properties }: ArmResource) => at(properties, 'securityProfile', 'securityType') === 'TrustedLaunch';

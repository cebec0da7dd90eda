import type { ArmCall, ArmHandler } from '../../../arm/route';
import type { ArmResource } from '../../../world/world';
import { geographyOf, locations } from '../../../world/locations';
import { redundancyOf, vaultOfCall } from '../state/vault-store';
import { badRequest } from '../wire';

/**
 * Versions of the API that the paired region answers, under the addresses of the vault and for nothing else: those of the swagger folder
 * “passive stamp”, recoveryservicesbackup 2018-12-20, 2021-11-15 and 2023-01-15.
 */
const VERSIONS = ['2018-12-20', '2021-11-15', '2023-01-15'];

/** Whether a call below a vault asks its paired region: the version says so. */
export const isOfPairedRegion = ({ apiVersion }: Pick<ArmCall, 'apiVersion'>): boolean => VERSIONS.includes(apiVersion);

/** What answers a path that a vault's own region and its paired region share: the version of the API says which of them is asked. */
export const byRegion =
  (own: ArmHandler, paired: ArmHandler): ArmHandler =>
  (call) =>
    isOfPairedRegion(call) ? paired(call) : own(call);

/** The region in which a vault's copies lie, in its geography; undefined where there is none. Names as in `westeurope`. */
export function pairedRegionOf({ location = '' }: Pick<ArmResource, 'location'>): string | undefined {
  const paired = locations.find(({ name }) => name === location)?.paired;
  return paired !== undefined && geographyOf(paired) === geographyOf(location) ? paired : undefined;
}

/**
 * The vault a path names, of which the paired region has copies that can be restored, and that region.
 * @throws 400 BMSUserErrorCrossRegionRestoreNotEnabledInThisVault, a code seen in hashicorp/terraform-provider-azurerm issue 21663
 */
export function replicatedVaultOf(call: ArmCall): { vault: ArmResource; region: string } {
  return requireReplicated(vaultOfCall(call));
}

/** @throws 400 BMSUserErrorCrossRegionRestoreNotEnabledInThisVault */
export function requireReplicated(vault: ArmResource): { vault: ArmResource; region: string } {
  const region = pairedRegionOf(vault);
  if (redundancyOf(vault).crossRegionRestore && region !== undefined) return { vault, region };
  throw badRequest('BMSUserErrorCrossRegionRestoreNotEnabledInThisVault', 'Cross Region Restore is not enabled for this vault.');
}

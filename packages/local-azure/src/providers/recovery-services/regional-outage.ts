import { ArmError, type ArmCall, type ArmRoute } from '../../arm/route';
import { own } from '../../world/own';
import { untilChanged } from '../../world/state/until-changed';
import type { World, WorldDocuments } from '../../world/world';
import { VAULT_TYPE, vaultPath } from './names';
import { isOfPairedRegion, pairedRegionOf } from './secondary/paired-region';

const outages = (world: WorldDocuments) => world.documents<boolean>('backup-outages');

/** Nearly always all regions answer, and no call need say which is its own. */
const isAnyOut = untilChanged((world) => outages(world).list().length > 0);

/**
 * Lets the Backup service of a region, named as in `westeurope`, answer no more, or again. Vaults themselves are Resource Manager's and go on
 * answering, as does the paired region for them.
 */
export function setBackupAnswers(world: World, region: string, answers: boolean): void {
  const name = region.toLowerCase().replaceAll(' ', '');
  if (answers) outages(world).delete(name);
  else outages(world).put(name, true);
}

/** The region whose Backup service a call is for: the one it names, else that of the vault, or the one paired with it. */
function regionOf(call: ArmCall): string | undefined {
  const named = own(call.params, 'location');
  if (named !== undefined) return named.toLowerCase();
  const vault = call.world.resources.get(vaultPath(call));
  if (vault?.type !== VAULT_TYPE) return undefined;
  return isOfPairedRegion(call) ? pairedRegionOf(vault) : vault.location;
}

/** The Backup service has its own addresses below a vault, and below a location. */
const OF_SERVICE = /\/(?:vaults\/\{vaultName\}|locations\/\{location\})\/backup/;

/**
 * A route, which is refused where it belongs to the Backup service of a region that does not answer: 503 ServiceUnavailable, after rights were
 * looked at. What Azure answers then is not published; its gateway has this status for services it cannot reach.
 */
export function unlessOutage([method, path, action, handler]: ArmRoute): ArmRoute {
  if (!OF_SERVICE.test(path) || typeof handler !== 'function') return [method, path, action, handler];
  const guarded = (call: ArmCall) => {
    const region = isAnyOut(call.world, '') ? regionOf(call) : undefined;
    if (region === undefined || !outages(call.world).get(region)) return handler(call);
    throw new ArmError(503, 'ServiceUnavailable', 'The service is unavailable.');
  };
  return [method, path, action, guarded];
}

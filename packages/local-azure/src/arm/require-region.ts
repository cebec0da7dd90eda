import { locations } from '../world/locations';
import { ArmError } from './route';

const KNOWN = new Set(['global', ...locations.map(({ name }) => name)]);

const available = () => locations.map(({ name }) => name).join(',');

/** `location` in lower case, without spaces. @throws ArmError 400 */
export function requireRegion(type: string, location: string): void {
  if (KNOWN.has(location)) return;
  throw new ArmError(
    400,
    'LocationNotAvailableForResourceType',
    `The provided location '${location}' is not available for resource type '${type}'. List of available regions for the resource type is '${available()}'.`,
  );
}

/** The same of a resource group. @throws ArmError 400 */
export function requireRegionOfGroup(location: string): void {
  if (KNOWN.has(location) && location !== 'global') return;
  throw new ArmError(
    400,
    'LocationNotAvailableForResourceGroup',
    `The provided location '${location}' is not available for resource group. List of available regions is '${available()}'.`,
  );
}

import { groupOf, subscriptionOf } from '../../world/arm-ids';
import type { Guest } from '../../world/guests';
import type { ArmResource } from '../../world/world';
import type { Row } from './kql/values';

/** The columns of every table of the graph. */
export const COLUMNS = [
  'id',
  'name',
  'type',
  'tenantId',
  'kind',
  'location',
  'resourceGroup',
  'subscriptionId',
  'managedBy',
  'sku',
  'plan',
  'properties',
  'tags',
  'identity',
  'zones',
  'extendedLocation',
] as const;

/** A resource as the graph shows it: ids and names as stored, types and groups in lower case. */
export function rowOf(resource: ArmResource, tenantId: string): Row {
  const { id, name, type, location, tags, properties } = resource;
  return {
    id,
    name,
    type: type.toLowerCase(),
    tenantId,
    kind: resource['kind'] ?? '',
    location: location ?? '',
    resourceGroup: groupOf(id).toLowerCase(),
    subscriptionId: subscriptionOf(id),
    managedBy: resource['managedBy'] ?? '',
    sku: resource['sku'] ?? null,
    plan: resource['plan'] ?? null,
    properties,
    tags: tags ?? null,
    identity: resource['identity'] ?? null,
    zones: resource['zones'] ?? null,
    extendedLocation: null,
  };
}

const POWER_TEXT = {
  running: 'VM running',
  stopped: 'VM stopped',
  deallocated: 'VM deallocated',
  starting: 'VM starting',
  stopping: 'VM stopping',
  deallocating: 'VM deallocating',
};

/** A machine's row says whether it runs, but nothing about its agent: the real service does not know either. */
export function machineRowOf(vm: ArmResource, tenantId: string, { power }: Guest): Row {
  const row = rowOf(vm, tenantId);
  const powerState = { code: `PowerState/${power}`, level: 'Info', displayStatus: POWER_TEXT[power] };
  row['properties'] = { ...vm.properties, extended: { instanceView: { powerState } } };
  return row;
}

import { groupOf, subscriptionOf } from '../../world/arm-ids';
import type { ArmResource } from '../../world/world';
import type { Row } from './kql/values';

type Read = (resource: ArmResource, tenantId: string) => unknown;

/** The columns of every table of the graph: ids and names as stored, types and groups in lower case. */
const READ = new Map<string, Read>([
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['type', ({ type }) => type.toLowerCase()],
  ['tenantId', (_resource, tenantId) => tenantId],
  ['kind', (resource) => resource['kind'] ?? ''],
  ['location', ({ location }) => location ?? ''],
  ['resourceGroup', ({ id }) => groupOf(id).toLowerCase()],
  ['subscriptionId', ({ id }) => subscriptionOf(id)],
  ['managedBy', (resource) => resource['managedBy'] ?? ''],
  ['sku', (resource) => resource['sku'] ?? null],
  ['plan', (resource) => resource['plan'] ?? null],
  ['properties', ({ properties }) => properties],
  ['tags', ({ tags }) => tags ?? null],
  ['identity', (resource) => resource['identity'] ?? null],
  ['zones', (resource) => resource['zones'] ?? null],
  ['extendedLocation', () => null],
]);

/** The columns among those wanted, or all. */
export const columnsOf = (wanted: ReadonlySet<string> | undefined): string[] =>
  [...READ.keys()].filter((name) => wanted?.has(name) ?? true);

/** Makes rows with some of the columns. */
export function rowMaker(columns: readonly string[], tenantId: string): (resource: ArmResource) => Row {
  const readers = columns.flatMap((name) => {
    const read = READ.get(name);
    return read ? [{ name, read }] : [];
  });
  return (resource) => {
    const row: Row = {};
    for (const { name, read } of readers) row[name] = read(resource, tenantId);
    return row;
  };
}

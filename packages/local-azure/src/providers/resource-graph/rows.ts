import { groupOf, subscriptionOf } from '../../world/arm-ids';
import type { ArmResource } from '../../world/world';
import type { Mentions } from './kql/mentions';
import { isObject, put, type Row } from './kql/values';
import { own } from '../../world/own';

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

const IN_ID = new Set(['id', 'name', 'type', 'tenantId', 'resourceGroup', 'subscriptionId']);

/** Whether a column holds nothing than what the id tells. */
export const isInId = (column: string): boolean => IN_ID.has(column);

/** The columns among those mentioned, or all. */
export const columnsOf = (mentions: Mentions | undefined): string[] => [...READ.keys()].filter((name) => mentions?.has(name) ?? true);

/** Makes rows with the columns, and of `properties` with the parts, that are mentioned. */
export function rowMaker(columns: readonly string[], mentions: Mentions | undefined, tenantId: string): (resource: ArmResource) => Row {
  const readers = columns.flatMap((name) => {
    const read = READ.get(name);
    return read ? [{ name, read }] : [];
  });
  const paths = mentions?.get('properties');
  const parts = paths?.every((path) => path.length > 0) ? paths : undefined;
  return (resource) => {
    const row: Row = {};
    for (const { name, read } of readers) row[name] = read(resource, tenantId);
    if (parts) row['properties'] = picked(resource.properties, parts);
    return row;
  };
}

/** An object with only what lies at the paths, so that the rest of a large resource need not be kept. */
function picked(properties: Row, paths: readonly (readonly string[])[]): Row {
  const kept: Row = {};
  for (const path of paths) pick(properties, kept, path);
  return kept;
}

function pick(from: Row, to: Row, [name = '', ...rest]: readonly string[]): void {
  if (!Object.hasOwn(from, name)) return;
  const value = own(from, name);
  const kept = own(to, name);
  if (rest.length === 0 || !isObject(value)) put(to, name, value);
  else if (kept !== value) pick(value, isObject(kept) ? kept : emptyIn(to, name), rest);
}

function emptyIn(row: Row, name: string): Row {
  const empty: Row = {};
  put(row, name, empty);
  return empty;
}

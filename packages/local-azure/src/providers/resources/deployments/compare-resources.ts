import { recordOrNone } from '../../../world/json';

/** What a provider says of a resource by itself, wherever it stands: no change that anybody asked for. */
const BY_ITSELF = new Set(
  'provisioningState etag resourceGuid timeCreated creationTime lastModifiedTime systemData instanceView vmId uniqueId diskState statusOfPrimary appliedDnsServers'.split(
    ' ',
  ),
);

export interface PropertyChange {
  /** Names with dots between them; places in arrays as numbers. */
  path: string;
  propertyChangeType: 'Create' | 'Delete' | 'Modify' | 'Array';
  before?: unknown;
  after?: unknown;
  children?: PropertyChange[];
}

/** A resource without what its provider says by itself. */
export function withoutOwn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwn);
  const given = recordOrNone(value);
  if (!given) return value;
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, one]) => (BY_ITSELF.has(name) || one === undefined ? [] : [[name, withoutOwn(one)]])),
  );
}

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** How a member changes; nothing where it does not. */
function memberChange(path: string, before: unknown, after: unknown): PropertyChange[] {
  if (isAlike(before, after)) return [];
  if (before === undefined) return [{ path, propertyChangeType: 'Create', after }];
  if (after === undefined) return [{ path, propertyChangeType: 'Delete', before }];
  if (Array.isArray(before) && Array.isArray(after)) {
    const children = itemChanges(before, after);
    return children.length === 0 ? [] : [{ path, propertyChangeType: 'Array', children }];
  }
  const [inside, now] = [recordOrNone(before), recordOrNone(after)];
  if (inside && now) return changesBetween(inside, now).map((change) => ({ ...change, path: `${path}.${change.path}` }));
  return [{ path, propertyChangeType: 'Modify', before, after }];
}

function itemChanges(before: readonly unknown[], after: readonly unknown[]): PropertyChange[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).flatMap((i): PropertyChange[] => {
    const [one, other] = [recordOrNone(before[i]), recordOrNone(after[i])];
    if (!one || !other) return memberChange(String(i), before[i], after[i]);
    const children = changesBetween(one, other);
    return children.length === 0 ? [] : [{ path: String(i), propertyChangeType: 'Modify', children }];
  });
}

/** How one resource becomes another, member by member. */
export function changesBetween(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): PropertyChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return names.flatMap((name) => memberChange(name, one.get(name), other.get(name)));
}

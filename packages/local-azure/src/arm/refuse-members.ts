import { list, record, recordOrNone } from '../world/json';
import { own } from '../world/own';
import { ArmError } from './route';

/** Words by which a member says that it wants nothing. */
const NOTHING = new Set(['', 'none', 'disabled', 'off', 'standard']);

function saysNothing(value: unknown): boolean {
  if (value == null || value === false) return true;
  if (typeof value === 'string') return NOTHING.has(value.toLowerCase());
  if (Array.isArray(value)) return value.length === 0;
  const given = recordOrNone(value);
  return given !== undefined && Object.values(given).every(saysNothing);
}

/** What lies at a path of names; a name that ends with `[]` means every item. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [value];
  const inside = own(record(value), name.replace('[]', ''));
  return name.endsWith('[]') ? list(inside).flatMap((one) => valuesAt(one, rest)) : valuesAt(inside, rest);
}

/**
 * Refuses members of a body that would have an effect in Azure and have none here; one that says nothing (`false`, `None`, an empty list)
 * is taken. `paths` have dots between names. @throws ArmError 501
 */
export function refuseMembers(body: unknown, paths: readonly string[]): void {
  const path = paths.find((one) => !valuesAt(body, one.split('.')).every(saysNothing));
  if (path !== undefined) throw new ArmError(501, 'NotImplemented', `Local Azure does not serve the member ${path}.`);
}

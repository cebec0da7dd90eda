import { ArmError } from '../../arm/route';
import type { ArmCall } from '../../arm/route';
import { at, record } from '../../world/json';
import { own } from '../../world/own';

/** The `properties` of a request body. */
export function properties(call: ArmCall): Record<string, unknown> {
  return record(at(call.body, 'properties'));
}

/** A placeholder of the route. */
export function param(call: ArmCall, name: string): string {
  return own(call.params, name) ?? '';
}

/** 400 in the service’s own codes. */
export function badRequest(code: string, message: string): ArmError {
  return new ArmError(400, code, message);
}

/** A query parameter by its name in any case: clients write `$skipToken`, the service `$skiptoken`. */
export function queryValue(call: ArmCall, name: string): string | undefined {
  for (const [key, value] of call.query) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}

import { ArmError, type ArmCall } from '../../arm/route';
import type { ArmResource } from '../../world/world';

/** The version of the API in which requests for a machine got conditions; earlier ones do not hear them. */
const SINCE = '2024-03-01';

/**
 * `If-None-Match: *` lets a machine be made and not changed. Azure documents the header and its one value, not the words of its refusal.
 * @throws ArmError 412 where the machine is there; 400 for another value; 501 for `If-Match`, as machines have no ETag here
 */
export function requireConditions({ apiVersion, conditions: { ifMatch, ifNoneMatch } }: ArmCall, before: ArmResource | undefined): void {
  if (apiVersion < SINCE) return;
  if (ifMatch !== undefined) throw new ArmError(501, 'NotImplemented', 'Local Azure does not serve the header If-Match.');
  if (ifNoneMatch === undefined) return;
  if (ifNoneMatch !== '*') {
    throw new ArmError(
      400,
      'InvalidParameter',
      `The value '${ifNoneMatch}' of the header If-None-Match is invalid. The only supported value is '*'.`,
    );
  }
  if (before)
    throw new ArmError(412, 'PreconditionFailed', `The resource ${before.id} exists already, which the header If-None-Match excludes.`);
}

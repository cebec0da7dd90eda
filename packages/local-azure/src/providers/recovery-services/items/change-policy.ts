import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { ArmResource } from '../../../world/world';
import { requireApproval } from '../approval';
import { requireNoLessRetention } from '../policies/immutability';
import { isWeaker } from '../policies/weaker';
import type { Item } from '../state/item-store';
import { itemView } from '../state/item-view';
import { findPolicy } from '../state/policy-store';
import { badRequest } from '../wire';
import { refuseExclusionWhenEncrypted, startConfigure } from './configuration';
import type { Configuration } from './configuration';
import { beginOnItem } from './item-job';
import { refuseStandardPolicy } from './standard-policy';

/** Protects an item by another policy, or with other disks; the same once more changes nothing. */
export function changePolicy(call: ArmCall, vault: ArmResource, item: Item, wanted: Configuration, approvals: unknown): ArmAnswer {
  const isSamePolicy = item.policyName.toLowerCase() === wanted.policyName.toLowerCase();
  if (isSamePolicy && wanted.exclusion === undefined) return { status: 200, body: itemView(call, item) };
  if (!isSamePolicy) requireAllowed(call, vault, item, wanted.policyName, approvals);
  refuseStandardPolicy(call, item.vaultId, item.vmId, wanted.policyName);
  refuseExclusionWhenEncrypted(call, item.vmId, wanted.exclusion);
  return beginOnItem(call, item, startConfigure(call.world, item, wanted, call.clientRequestId));
}

/** An enhanced policy can replace a standard one, never the other way round; in an immutable vault none that keeps less, in a guarded one none that is weaker unless it is approved. */
function requireAllowed(call: ArmCall, vault: ArmResource, item: Item, policyName: string, approvals: unknown): void {
  const propertiesOf = (name: string) => findPolicy(call.world, item.vaultId, name)?.properties;
  const [before, wanted] = [propertiesOf(item.policyName), propertiesOf(policyName)];
  if (wanted) requireNoLessRetention(vault, wanted, before);
  if (wanted && before && isWeaker(wanted, before)) requireApproval(call, vault, 'protectedItems/write', approvals);
  if (before?.policyType !== 'V2' || wanted?.policyType === 'V2') return;
  throw badRequest('UserErrorEnhancedToStandardPolicyNotSupported', 'An item of an enhanced policy cannot go back to a standard policy.');
}

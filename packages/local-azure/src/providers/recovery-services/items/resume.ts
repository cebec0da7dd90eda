import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { Item } from '../state/item-store';
import { refuseExclusionWhenEncrypted, startConfigure } from './configuration';
import type { Configuration } from './configuration';
import { beginOnItem } from './item-job';
import { refuseStandardPolicy } from './standard-policy';

/** Goes on with the backups of a stopped item. It follows no policy any more, so any policy of the vault will do. */
export function resume(call: ArmCall, item: Item, wanted: Configuration): ArmAnswer {
  refuseStandardPolicy(call, item.vaultId, item.vmId, wanted.policyName);
  refuseExclusionWhenEncrypted(call, item.vmId, wanted.exclusion);
  return beginOnItem(call, item, startConfigure(call.world, item, wanted, call.clientRequestId));
}

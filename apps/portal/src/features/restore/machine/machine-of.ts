import type { MachineDraft } from '@tresor/contracts';
import { isResourceGroupName, isSubnetId, isVmName } from '../../../api/known-ids';
import type { MachineForm } from '../../../kept/item-drafts';
import { addedTagFault, filledIn } from '../../../azure/tags/added-tag';
import { machineNameFault } from './machine-name';

/** The machine as its form has it; null while it is not filled in, or not rightly. */
export function machineOf({ name, group, subnetId, addedTags: rows = [], ...rest }: MachineForm): MachineDraft | null {
  if (machineNameFault(name) !== undefined || addedTagFault(rows) !== undefined || rest.size === '') return null;
  if (!isVmName(name) || !isResourceGroupName(group) || !isSubnetId(subnetId)) return null;
  const addedTags = filledIn(rows);
  return { name, group, subnetId, ...rest, ...(addedTags.length > 0 && { addedTags }) };
}

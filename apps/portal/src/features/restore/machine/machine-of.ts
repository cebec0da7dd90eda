import type { MachineDraft } from '@tresor/contracts';
import { isResourceGroupName, isVmName } from '../../../api/known-ids';
import type { MachineForm } from '../../../kept/item-drafts';
import { addedTagFault, filledIn } from '../../../azure/tags/added-tag';
import { machineNameFault } from './machine-name';

/** The machine as its form has it; null while it is not filled in, or not rightly. */
export function machineOf({ name, group, addedTags: rows = [], ...rest }: MachineForm): MachineDraft | null {
  if (machineNameFault(name) !== undefined || addedTagFault(rows) !== undefined || rest.size === '' || rest.subnetId === '') return null;
  const addedTags = filledIn(rows);
  return isVmName(name) && isResourceGroupName(group) ? { name, group, ...rest, ...(addedTags.length > 0 && { addedTags }) } : null;
}

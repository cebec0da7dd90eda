import type { MachineOptions } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import type { MachineForm } from './item-drafts';

/** The form before anything is typed: the old machine's name and group where that can be, the size that is proposed, and the first subnet. */
export function freshMachine({ suggested, sizes, subnets, groups }: MachineOptions): MachineForm {
  const open = groups.filter(({ allowed }) => allowed);
  const known = open.find(({ name }) => sameName(name, suggested.group)) ?? open[0] ?? groups[0];
  const size = sizes.find((each) => each === suggested.size);
  return {
    name: suggested.name,
    group: known?.name ?? suggested.group,
    size: size ?? '',
    subnetId: subnets[0]?.id ?? '',
    publicIp: false,
  };
}

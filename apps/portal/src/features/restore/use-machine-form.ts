import { useQuery } from '@tanstack/react-query';
import type { JobId, MachineDraft, MachineOptions, VaultPath } from '@tresor/contracts';
import { useState } from 'react';
import { isResourceGroupName, isVmName } from '../../api/known-ids';
import { machineChecksQuery } from '../../api/restore-queries';
import { useDraft } from '../../drafts/draft-store';
import { machineDrafts, type MachineForm } from '../../drafts/item-drafts';

/** The form before anything is typed: the old machine's name, group and size where that can be, and the first subnet. */
export function freshMachine({ suggested, sizes, subnets, groups }: MachineOptions): MachineForm {
  const open = groups.filter(({ allowed }) => allowed);
  const known = open.find(({ name }) => name.toLowerCase() === suggested.group.toLowerCase()) ?? open[0] ?? groups[0];
  const size = sizes.find((each) => each === suggested.size);
  return {
    name: suggested.name,
    group: known?.name ?? suggested.group,
    size: size ?? sizes[0] ?? '',
    subnetId: subnets[0]?.id ?? '',
    publicIp: false,
  };
}

export function machineOf({ name, group, ...rest }: MachineForm): MachineDraft | null {
  return isVmName(name) && isResourceGroupName(group) && rest.size !== '' && rest.subnetId !== '' ? { name, group, ...rest } : null;
}

/** The form, kept while it is not sent, and what stands in the way of it; the name is checked once it is left. */
export function useMachineForm(path: VaultPath, jobId: JobId, options: MachineOptions) {
  const kept = useDraft(machineDrafts, jobId).form;
  const form = kept ?? freshMachine(options);
  const [typing, setTyping] = useState(false);
  const [settled, setSettled] = useState(form);
  const machine = machineOf(typing ? settled : form);
  const checks = useQuery(machineChecksQuery(path, jobId, machine));
  return {
    form,
    checks: checks.data,
    error: checks.error,
    change: (change: Partial<MachineForm>) => machineDrafts.change(jobId, { form: { ...form, ...change } }),
    /** The name is being typed: what was checked last stands until the field is left. */
    startTyping: () => {
      setSettled(form);
      setTyping(true);
    },
    stopTyping: () => setTyping(false),
    discard: () => machineDrafts.clear(jobId),
  };
}

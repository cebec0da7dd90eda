import { useQuery } from '@tanstack/react-query';
import type { JobId, MachineDraft, MachineOptions, VaultPath } from '@tresor/contracts';
import { useState } from 'react';
import { isResourceGroupName, isVmName } from '../../api/known-ids';
import { machineChecksQuery } from '../../api/restore-queries';
import { useDraft } from '../../drafts/draft-store';
import { freshMachine } from '../../drafts/fresh-machine';
import { machineDrafts, type MachineForm } from '../../drafts/item-drafts';

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

import { useQuery } from '@tanstack/react-query';
import type { JobId, MachineDraft, MachineOptions, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { machineChecksQuery, machinePoliciesQuery } from '../../../api/restore-queries';
import { useDraft } from '../../../kept/draft-store';
import { freshMachine } from '../../../kept/fresh-machine';
import { machineDrafts, type MachineForm } from '../../../kept/item-drafts';
import { useRestoreOwner } from '../../../kept/use-item-drafts';
import { useSettled } from '../../../ui/fields/use-settled';
import { machineOf } from './machine-of';

export type CheckStanding = 'incomplete' | 'failed' | 'checking';

/** Why nothing is known of what stands in the way, while nothing is. */
export const standingOf = (complete: object | null, failed: boolean): CheckStanding =>
  complete === null ? 'incomplete' : failed ? 'failed' : 'checking';

/** The form, kept while it is not sent, beginning with what a plan `decided`, and what stands in the way of it: undefined while somebody types, for nothing is known of that yet. */
export function useMachineForm(path: VaultPath, jobId: JobId, options: MachineOptions, decided: MachineDraft | undefined) {
  const owner = useRestoreOwner(jobId);
  const kept = useDraft(machineDrafts, owner).form;
  const form = useMemo(() => kept ?? decided ?? freshMachine(options), [kept, decided, options]);
  const settled = useSettled(form);
  const checks = useQuery(machineChecksQuery(path, jobId, machineOf(settled)));
  const policies = useQuery(machinePoliciesQuery(path, jobId, machineOf(settled)));
  return {
    form,
    checks: settled === form ? checks.data : undefined,
    policies: settled === form ? policies.data : undefined,
    standing: standingOf(machineOf(form), settled === form && checks.error !== null),
    error: checks.error,
    change: (change: Partial<MachineForm>) => machineDrafts.change(owner, { form: { ...form, ...change } }),
    sending: () => machineDrafts.sending(owner),
  };
}

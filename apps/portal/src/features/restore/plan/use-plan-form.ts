import { useQuery } from '@tanstack/react-query';
import type { JobId, KeysHow, MachineOptions, PlanAnswers, Restore, RestorePlan, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { isPolicyName } from '../../../api/known-ids';
import { policiesQuery } from '../../../api/queries';
import { planChecksQuery } from '../../../api/restore-queries';
import { useDraft, draftStore } from '../../../kept/draft-store';
import { freshMachine } from '../../../kept/fresh-machine';
import { machineDrafts, type MachineForm } from '../../../kept/item-drafts';
import { useRestoreOwner } from '../../../kept/use-item-drafts';
import { useEdition } from '../../../kept/edition';
import { useSettled } from '../../../ui/fields/use-settled';
import { machineOf } from '../machine/machine-of';
import { standingOf } from '../machine/use-machine-form';

interface Asked {
  path: VaultPath;
  jobId: JobId;
  restore: Pick<Restore, 'policyName'>;
  options: MachineOptions;
  /** What was answered before, and stays where nothing else is chosen. */
  plan: RestorePlan | null;
  /** Null: they need not come back. Undefined: how is not chosen yet. */
  keys: KeysHow | null | undefined;
}

/** What is chosen for the rest of a restore beside its machine, by the person and the restore's job. */
interface PlanChoices {
  protect: boolean;
  /** Null: the policy that is proposed. */
  policyName: string | null;
  letBackupIn: boolean;
  removeLeftovers: boolean;
}

const planDrafts = draftStore<Partial<PlanChoices>>('restore-plan', 2, {});

const UNASKED: PlanChoices = { protect: true, policyName: null, letBackupIn: true, removeLeftovers: true };

const choicesOf = ({ policyName, letBackupIn, removeLeftovers }: PlanAnswers): PlanChoices => ({
  protect: policyName !== null,
  policyName,
  letBackupIn,
  removeLeftovers,
});

/** The answers of a plan as they are given, and what stands in their way: undefined while somebody types. */
export function usePlanForm({ path, jobId, restore, options, plan, keys }: Asked) {
  const edition = useEdition();
  const owner = useRestoreOwner(jobId);
  const kept = useDraft(machineDrafts, owner).form;
  const machine = useMemo(() => kept ?? plan?.answers.machine ?? freshMachine(options), [kept, plan, options]);
  const choices = { ...(plan === null ? UNASKED : choicesOf(plan.answers)), ...useDraft(planDrafts, owner) };
  const policies = useQuery(policiesQuery(path));
  const names = policies.data?.map(({ name }) => name) ?? [];
  const suggested = names.find((name) => name === restore.policyName) ?? null;
  const policyName = names.find((name) => name === choices.policyName) ?? suggested ?? names[0] ?? null;

  const draft = machineOf(machine);
  const isComplete = draft !== null && keys !== undefined && (!choices.protect || policyName !== null);
  const answers: PlanAnswers | null = isComplete
    ? {
        edition,
        machine: draft,
        keys,
        policyName: choices.protect && isPolicyName(policyName) ? policyName : null,
        letBackupIn: choices.letBackupIn,
        removeLeftovers: choices.removeLeftovers,
      }
    : null;
  const text = JSON.stringify(answers);
  const settled = useSettled(text);
  const asked = settled === text ? answers : null;
  const checks = useQuery(planChecksQuery(path, jobId, asked));
  const checkAgain = () => {
    if (asked !== null) void checks.refetch();
  };
  return {
    answers,
    faults: checks.data,
    standing: standingOf(answers, checks.error !== null),
    machine: { form: machine, change: (change: Partial<MachineForm>) => machineDrafts.change(owner, { form: { ...machine, ...change } }) },
    choices,
    choose: (change: Partial<PlanChoices>) => planDrafts.change(owner, change),
    policies,
    names,
    policyName,
    error: policies.error ?? checks.error,
    checkAgain,
    refresh() {
      void policies.refetch();
      checkAgain();
    },
    /** What forgets the choices once they are kept, but nothing that was chosen since. */
    sending() {
      const forget = [machineDrafts.sending(owner), planDrafts.sending(owner)];
      return () => {
        for (const each of forget) each();
      };
    },
  };
}

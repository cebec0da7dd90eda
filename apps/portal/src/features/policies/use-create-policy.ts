import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PolicyDraft, VaultPath } from '@tresor/contracts';
import { api } from '../../api/api';
import { type PortalProblem, toProblemError, translated } from '../../api/problem-error';
import { policiesQuery } from '../../api/queries';
import { useCloseBlade } from '../../blades/use-close-blade';
import type { PolicyForm } from '../../drafts/new-policy-draft';
import { useBackupDraft, useNewPolicyDraft } from '../../drafts/use-backup-draft';
import { useText } from '../../i18n/use-text';
import { notify } from '../../notifications/notifications';
import { useEdition } from '../../settings/edition';
import { messages } from './messages';
import { readyPolicy } from './policy-form';

/** Problems that belong to fields of the form; the others stand above it. */
const OF_THE_FORM = new Set<string>(['policy-name-taken', 'policy-refused', 'invalid-request']);

export interface Refusal {
  problem: PortalProblem;
  /** What was sent; a changed form is no longer refused. */
  policy: PolicyDraft;
}

export function useCreatePolicy(path: VaultPath) {
  const text = useText();
  const client = useQueryClient();
  const close = useCloseBlade();
  const edition = useEdition();
  const { choose } = useBackupDraft(path);
  const unfinished = useNewPolicyDraft(path);

  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: (policy: PolicyDraft) => translated(api.policies.create({ ...path, policy })),
    onSuccess(created) {
      const { queryKey } = policiesQuery(path);
      client.setQueryData(queryKey, (known) => [...(known ?? []).filter(({ name }) => name !== created.name), created]);
      void client.invalidateQueries({ queryKey });
      choose({ policyName: created.name });
      unfinished.discard();
      notify({ title: text(messages.created, { name: created.name }), intent: 'success' });
      close();
    },
  });

  const problem = error === null ? null : toProblemError(error).problem;
  const isOfTheForm = problem !== null && OF_THE_FORM.has(problem.code);
  const refusal: Refusal | null = isOfTheForm && variables ? { problem, policy: variables } : null;
  return {
    isPending,
    problem: isOfTheForm ? null : error,
    refusal,
    send(form: PolicyForm) {
      const policy = readyPolicy(form, edition);
      if (policy) mutate(policy);
    },
  };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Policy, PolicyDraft, VaultPath } from '@tresor/contracts';
import { type PortalProblem, toProblemError, translated } from '../../../api/problem-error';
import { policiesQuery } from '../../../api/queries';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import type { PolicyDraftHandle } from '../../../kept/use-backup-draft';
import { useEdition } from '../../../kept/edition';
import { readyPolicy } from './policy-form';

/** Problems that belong to fields of the form; the others stand above it. */
const OF_THE_FORM = new Set<string>(['policy-name-taken', 'policy-refused', 'policy-changed', 'invalid-request']);

export interface Refusal {
  problem: PortalProblem;
  /** What was sent; a changed form is no longer refused. */
  policy: PolicyDraft;
}

export interface SavePolicy {
  isPending: boolean;
  problem: unknown;
  refusal: Refusal | null;
  send: (form: PolicyForm) => void;
}

interface Sent {
  policy: PolicyDraft;
  done: () => boolean;
}

/** Sends the policy of a form; what Azure made of it stands in every list at once. `isDone`: nothing else was entered since it was sent. */
export function useSavePolicy(
  path: VaultPath,
  draft: Pick<PolicyDraftHandle, 'sending'>,
  save: (policy: PolicyDraft) => Promise<Policy>,
  onSaved: (policy: Policy, isDone: boolean) => void,
): SavePolicy {
  const client = useQueryClient();
  const edition = useEdition();
  const { queryKey } = policiesQuery(path);
  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: ({ policy }: Sent) => translated(save(policy)),
    // What is refused may be so for what somebody else has made of it: who begins again begins with that.
    onError: () => client.invalidateQueries({ queryKey }),
    onSuccess(saved, { done }) {
      client.setQueryData(queryKey, (known) => [...(known ?? []).filter(({ name }) => name !== saved.name), saved]);
      void client.invalidateQueries({ queryKey });
      onSaved(saved, done());
    },
  });

  const problem = error === null ? null : toProblemError(error).problem;
  const isOfTheForm = problem !== null && OF_THE_FORM.has(problem.code);
  return {
    isPending,
    problem: isOfTheForm ? null : error,
    refusal: isOfTheForm && variables ? { problem, policy: variables.policy } : null,
    send(form) {
      const policy = readyPolicy(form, edition);
      if (policy) mutate({ policy, done: draft.sending() });
    },
  };
}

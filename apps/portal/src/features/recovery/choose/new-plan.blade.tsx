import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemInVault } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { allItemsQuery } from '../../../api/queries';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { CommandButton } from '../../../azure/commands/command-button';
import { Blade } from '../../../blades/blade';
import { whyNotRead } from '../../../blades/why-not-read';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { notify } from '../../../notifications/notifications';
import { titles } from '../../../map/map';
import { messages } from './messages';
import { PlanFormContent } from './plan-form-content';
import { type SentPlan, usePlanDraft } from './use-plan-draft';

const NONE: readonly ItemInVault[] = [];

/** What is to come back, from when and where to; what is missing is chosen already. */
export default function NewPlan() {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const items = useQuery(allItemsQuery());
  const form = usePlanDraft(items.data ?? NONE);
  const count = form.selected.length;
  const unread = whyNotRead(items);

  const create = useMutation({
    mutationFn: ({ plan }: SentPlan) => translated(api.recoveryPlans.put(plan)),
    onSuccess(plan, { done }) {
      client.setQueryData(recoveryPlanQuery(plan.planId).queryKey, plan);
      void client.invalidateQueries({ queryKey: ['recovery-plans'], exact: true });
      const href = paths.recoveryPlan({ planId: plan.planId });
      const tell = () => notify({ title: text(messages.created, { name: plan.name }), intent: 'success', href });
      if (flushSync(done)) void leadOn(href, tell);
      else tell();
    },
  });

  const send = () => {
    const { draft } = form;
    if (draft === null) return;
    const { planId, done } = form.sending();
    create.mutate({ plan: { planId, ...draft, revision: null }, done });
  };

  return (
    <Blade
      title={text(titles.newRecoveryPlan)}
      subtitle={text(messages.intro)}
      busy={items.isFetching}
      problem={items.error ?? create.error}
      onRefresh={() => void items.refetch()}
      dirty={form.isChanged}
      onDiscard={form.clear}
      footer={
        <CommandButton
          onClick={send}
          reason={create.isPending ? text(messages.saving) : unread === undefined ? form.whyNot : text(unread)}
          failed={create.error}
          entries={form.draft}
        >
          {count === 0 ? text(messages.createNone) : text(messages.create, { count })}
        </CommandButton>
      }
    >
      <PlanFormContent form={form} items={items.data ?? (items.error === null ? undefined : null)} />
    </Blade>
  );
}

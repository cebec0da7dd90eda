import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemInVault } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { allItemsQuery } from '../../../api/queries';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { CommandButton } from '../../../azure/commands/command-button';
import { Blade } from '../../../blades/blade';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { notify } from '../../../notifications/notifications';
import { titles } from '../../../map/map';
import { messages } from './messages';
import { PlanFormContent } from './plan-form-content';
import { usePlanDraft } from './use-plan-draft';

const NONE: readonly ItemInVault[] = [];

/** What is to come back, from when and where to; what is missing is chosen already. */
export default function NewPlan() {
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const items = useQuery(allItemsQuery());
  const form = usePlanDraft(items.data ?? NONE);
  const count = form.selected.length;

  const create = useMutation({
    mutationFn: async () => {
      const planId = form.planId();
      const { draft } = form;
      if (draft === null) throw new Error('A plan needs a name, machines, a moment and a target.');
      return translated(api.recoveryPlans.put({ planId, ...draft, revision: null }));
    },
    onSuccess(plan) {
      client.setQueryData(recoveryPlanQuery(plan.planId).queryKey, plan);
      void client.invalidateQueries({ queryKey: ['recovery-plans'], exact: true });
      flushSync(form.clear);
      const href = paths.recoveryPlan({ planId: plan.planId });
      void leadOn(href, () => notify({ title: text(messages.created, { name: plan.name }), intent: 'success', href }));
    },
  });

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
        <CommandButton onClick={() => create.mutate()} reason={create.isPending ? text(messages.saving) : form.whyNot}>
          {count === 0 ? text(messages.createNone) : text(messages.create, { count })}
        </CommandButton>
      }
    >
      <PlanFormContent form={form} items={items.data} />
    </Blade>
  );
}

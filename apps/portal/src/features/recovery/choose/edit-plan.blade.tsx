import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemInVault, RecoveryPlan } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { useParams } from 'react-router';
import { api } from '../../../api/api';
import { ProblemError, translated } from '../../../api/problem-error';
import { allItemsQuery } from '../../../api/queries';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { CommandButton } from '../../../azure/commands/command-button';
import { Blade } from '../../../blades/blade';
import { useLeadOn } from '../../../blades/use-lead-on';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { AllNames } from '../../../ui/layout/all-names';
import { titles } from '../../../map/map';
import { InfoBox } from '../../../ui/feedback/info-box';
import { useWhyNotEdit } from '../use-why-not-edit';
import { ChangedMeanwhile } from './changed-meanwhile';
import { messages } from './messages';
import { PlanFormContent } from './plan-form-content';
import { planDrafts } from './plan-draft';
import { isAsFilledIn, isAsSent, unprotectedIn } from './plan-of-draft';
import { type SentPlan, usePlanDraft } from './use-plan-draft';

/** Changes a plan of which nothing was begun, from where it stands. */
export default function EditPlan() {
  const text = useText();
  const { planId = '' } = useParams();
  const plan = useQuery({ ...recoveryPlanQuery(planId), refetchOnMount: 'always' });
  const items = useQuery(allItemsQuery());
  const barred = useWhyNotEdit(plan);
  if (plan.data && items.data && (barred === undefined || plan.data.standing.state === 'planned'))
    return <EditForm plan={plan.data} items={items.data} barred={barred} />;
  return (
    <Blade
      title={text(titles.editRecoveryPlan)}
      subtitle={plan.data?.name}
      busy={plan.isPending || items.isPending}
      problem={plan.error ?? items.error}
    >
      {plan.data !== undefined && barred !== undefined && <p>{barred}</p>}
    </Blade>
  );
}

const isOfChange = (error: unknown) => error instanceof ProblemError && error.problem.code === 'recovery-plan-changed';

interface EditFormProps {
  plan: RecoveryPlan;
  items: readonly ItemInVault[];
  barred: string | undefined;
}

function EditForm({ plan, items, barred }: EditFormProps) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const form = usePlanDraft(items, plan);
  const { planId, approvals, unseen } = plan;
  const query = recoveryPlanQuery(planId);

  const save = useMutation({
    async mutationFn({ plan }: SentPlan) {
      try {
        return await translated(api.recoveryPlans.put(plan));
      } catch (error) {
        if (!isOfChange(error)) throw error;
        const now = await client.fetchQuery({ ...query, staleTime: 0 });
        // What was kept before although its answer was lost is gone on from, where nobody has approved it.
        if (!isAsSent(now, items, planDrafts.read(planId)) || now.approvals.length > 0) throw error;
        return translated(api.recoveryPlans.put({ ...plan, revision: now.revision }));
      }
    },
    onSuccess(changed, { done }) {
      client.setQueryData(query.queryKey, changed);
      void client.invalidateQueries({ queryKey: ['recovery-plans'], exact: true });
      if (flushSync(done)) void leadOn('..');
      else form.goOnFrom(changed.revision);
    },
    onError: () => void client.invalidateQueries({ queryKey: query.queryKey }),
  });
  const isSent = isAsSent(plan, items, form.kept);
  const isOutdated = form.isChanged && form.kept.revision !== plan.revision && !isSent && !isAsFilledIn(plan, items, form.kept);
  // What is shown in its place says more.
  const problem = isOfChange(save.error) ? null : save.error;
  const whyNot = () => {
    if (barred !== undefined) return barred;
    if (save.isPending) return text(messages.saving);
    if (isOutdated) return text(messages.decideFirst);
    return form.isChanged ? form.whyNot : text(messages.unchanged);
  };
  const send = () => {
    const { draft } = form;
    const revision = isSent ? plan.revision : form.kept.revision;
    if (draft !== null) save.mutate({ plan: { planId, ...draft, revision }, done: form.sendingChange() });
  };
  const dropped = unprotectedIn(plan, items).map(({ item }) => item.vmName);
  return (
    <Blade
      title={text(titles.editRecoveryPlan)}
      subtitle={plan.name}
      problem={problem}
      dirty={form.isChanged}
      onDiscard={form.clear}
      footer={
        <CommandButton onClick={send} reason={whyNot()} failed={problem} entries={form.draft}>
          {text(messages.save)}
        </CommandButton>
      }
    >
      <PlanFormContent form={form} items={items}>
        {isOutdated && <ChangedMeanwhile plan={plan} onKeepMine={() => form.change({ revision: plan.revision })} onDiscard={form.clear} />}
        {approvals.length > 0 && (
          <InfoBox>
            <p>{text(messages.voids, { names: format.list(approvals.map(({ by }) => by.name)) })}</p>
          </InfoBox>
        )}
        {unseen > 0 && <p>{text(messages.unseenStay, { count: unseen })}</p>}
        {dropped.length > 0 && <p>{text(messages.dropped, { names: namedFew(dropped, format, text) })}</p>}
        <AllNames names={dropped} />
      </PlanFormContent>
    </Blade>
  );
}

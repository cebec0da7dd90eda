import { makeStyles } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryPlan } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { recoveryPlanQuery, recoveryPlansQuery } from '../../../api/recovery-queries';
import { CommandButton } from '../../../azure/commands/command-button';
import { useLeadOn } from '../../../blades/use-lead-on';
import { defineMessages } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { notify } from '../../../notifications/notifications';
import { PlainButton } from '../../../ui/actions/buttons';
import { QuestionBox } from '../../../ui/feedback/question-box';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { Disclosure } from '../../../ui/layout/disclosure';
import { inOrder, keyOfItem } from '../item-key';
import { useNeverBackedUp } from '../outlook/use-never-backed-up';
import { isForbiddenToIsolate } from '../is-forbidden-to-isolate';
import { planMessages } from '../plan-messages';
import { messages } from './messages';
import { StaysLocked } from './stays-locked';

const { mayNotIsolate } = defineMessages({
  mayNotIsolate: {
    de: 'Dafür fehlt Ihnen noch ein Recht. Sobald Sie es haben, schließen Sie diese Frage und wählen noch einmal „Proben“.',
    en: 'You’re still missing a right for this. Once you have it, close this question and choose “Rehearse” again.',
  },
});

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  machines: { maxHeight: '240px', margin: 0, padding: 0, border: 'none', overflowY: 'auto' },
});

/** Asks before a rehearsal, and which machines of the plan it is to bring up. */
export default function RehearsePanel({ plan, onClose }: { plan: RecoveryPlan; onClose: () => void }) {
  const styles = useStyles();
  const text = useText();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const [rehearsalId] = useState(() => crypto.randomUUID());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = plan.machines.filter(({ item }) => !left.has(keyOfItem(item)));
  const never = new Set(useNeverBackedUp(plan));
  const count = chosen.filter((machine) => !never.has(machine)).length;
  const rehearse = useMutation({
    mutationFn: (left: ReadonlySet<string>) =>
      translated(
        api.recoveryPlans.rehearse({ planId: plan.planId, rehearsalId, items: left.size === 0 ? null : chosen.map(({ item }) => item) }),
      ),
    onSuccess(answer) {
      client.setQueryData(recoveryPlanQuery(rehearsalId).queryKey, answer);
      const href = paths.recoveryPlan({ planId: rehearsalId });
      void leadOn(href, () => notify({ title: text(messages.begun, { name: plan.name }), intent: 'info', href }));
      onClose();
    },
    // It may have begun although its answer was lost; the history of the plan tells.
    onSettled: () => void client.invalidateQueries({ queryKey: recoveryPlansQuery().queryKey, exact: true }),
  });
  const toggle = (key: string, isChosen: boolean) =>
    setLeft((before) => new Set(isChosen ? [...before].filter((one) => one !== key) : [...before, key]));
  const sending = rehearse.isPending ? text(planMessages.sending) : undefined;
  const nothingChosen = () => {
    if (chosen.length === 0) return text(messages.chooseOne);
    return count === 0 ? text(planMessages.nothingBack) : undefined;
  };
  const forbidden = rehearse.variables === left && isForbiddenToIsolate(rehearse.error) ? text(mayNotIsolate) : undefined;
  return (
    <QuestionBox question={text(messages.question)} onNo={sending === undefined ? onClose : undefined}>
      {plan.edition === '2017-01' ? <p>{text(messages.by2017)}</p> : <StaysLocked plan={plan} chosen={chosen} />}
      {plan.machines.length > 1 && (
        <Disclosure label={text(messages.choose)} name={text(messages.choose)}>
          <fieldset className={styles.machines} aria-label={text(messages.choose)}>
            {inOrder(plan.machines).map(({ item }) => (
              <CheckboxField
                key={keyOfItem(item)}
                label={item.vmName}
                checked={!left.has(keyOfItem(item))}
                onChange={(isChosen) => toggle(keyOfItem(item), isChosen)}
              />
            ))}
          </fieldset>
        </Disclosure>
      )}
      {rehearse.error !== null && <ProblemBar problem={rehearse.error} />}
      <div className={styles.buttons}>
        <CommandButton
          onClick={() => rehearse.mutate(left)}
          reason={sending ?? nothingChosen() ?? forbidden}
          failed={rehearse.error}
          entries={[...left]}
          beside={
            <PlainButton onClick={onClose} reason={sending}>
              {text(planMessages.no)}
            </PlainButton>
          }
        >
          {text(messages.yes, { count })}
        </CommandButton>
      </div>
    </QuestionBox>
  );
}

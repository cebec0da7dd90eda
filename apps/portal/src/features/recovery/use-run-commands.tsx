import {
  ArrowRepeatAll20Regular,
  BracesVariable20Regular,
  CheckmarkStarburst20Regular,
  Delete20Regular,
  Dismiss20Regular,
  DocumentCheckmark20Regular,
  Edit20Regular,
  Pause20Regular,
} from '@fluentui/react-icons';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { useState } from 'react';
import { useScriptCommand } from '../../azure/commands/use-script-command';
import type { BladeCommand } from '../../blades/command-bar';
import { whyNotRead, type Read } from '../../blades/why-not-read';
import type { Message } from '../../language/messages';
import { useText, type Text } from '../../language/use-text';
import { paths } from '../../map/paths';
import { download } from '../../ui/actions/download';
import { isForbiddenToIsolate } from './is-forbidden-to-isolate';
import { planMessages as messages } from './plan-messages';
import type { QuestionProps } from './question';
import { useRunOrder, type Order } from './use-run-order';
import { useWhyNotEdit } from './use-why-not-edit';
import { isToStart, mayTakeOut, whyNoOrder, whyNotApprove, whyNotCancel, whyNotPause, whyNotRemove, whyNotRetry } from './why-not-order';

/** What ends something is asked first. */
type Asked = Exclude<Order, 'start' | 'approve' | 'retry'>;

function questionOf(asked: Asked, plan: RecoveryPlan | undefined, text: Text): Pick<QuestionProps, 'question' | 'yes'> {
  if (typeof asked === 'object')
    return { question: text(messages.takeOutQuestion, { name: asked.vmName }), yes: text(messages.takeOutYes) };
  const question = () => {
    if (asked === 'remove' && plan?.startedAt != null) return messages.removeRunQuestion;
    if (asked === 'cancel' && plan?.rehearsal != null) return messages.cancelRehearsalQuestion;
    return messages[`${asked}Question`];
  };
  return { question: text(question()), yes: text(messages[`${asked}Yes`]) };
}

/** What can be ordered of a run, why not, and the question before what ends something. */
export function useRunCommands(planId: string, { data: plan, error }: Read<RecoveryPlan>) {
  const text = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const order = useRunOrder(planId, plan, () => setAsked(null));

  const inWords = (message: Message | undefined) => message && text(message);
  const missing = whyNotRead({ data: plan, error });
  const unread = inWords(missing);
  const sending = order.isPending ? messages.sending : undefined;
  const barred = missing ?? (plan && whyNoOrder(plan)) ?? sending;
  const reason = (whyNot: (plan: RecoveryPlan) => Message | undefined) => inWords(barred ?? (plan && whyNot(plan)));

  const script = useScriptCommand(
    paths.planScript({ planId }),
    plan === undefined ? unread : plan.removed === null ? undefined : text(messages.isRemoved),
  );
  const save = () => download(`${text(messages.fileName)}-${planId}.json`, 'application/json', `${JSON.stringify(plan, null, 2)}\n`);
  const whyNotEdit = useWhyNotEdit({ data: plan, error });
  const commands: BladeCommand[] = [
    {
      id: 'edit',
      label: text(messages.edit),
      icon: <Edit20Regular />,
      href: paths.editRecoveryPlan({ planId }),
      reason: whyNotEdit,
    },
    {
      id: 'approve',
      label: text(messages.approve),
      icon: <CheckmarkStarburst20Regular />,
      onClick: () => order.mutate('approve'),
      reason: inWords(sending ?? missing ?? (plan && whyNotApprove(plan))),
    },
    {
      id: 'pause',
      label: text(messages.pause),
      icon: <Pause20Regular />,
      onClick: () => setAsked('pause'),
      reason: reason(whyNotPause),
    },
    {
      id: 'retry',
      label: text(messages.retry),
      icon: <ArrowRepeatAll20Regular />,
      onClick: () => order.mutate('retry'),
      reason: reason(whyNotRetry),
    },
    {
      id: 'cancel',
      label: text(messages.cancel),
      icon: <Dismiss20Regular />,
      onClick: () => setAsked('cancel'),
      reason: reason(whyNotCancel),
    },
    {
      id: 'json',
      label: text(messages.export),
      icon: <BracesVariable20Regular />,
      onClick: save,
      reason: unread,
    },
    script,
    {
      id: 'evidence',
      label: text(messages.evidence),
      icon: <DocumentCheckmark20Regular />,
      href: paths.planEvidence({ planId }),
    },
    {
      id: 'remove',
      label: text(messages.remove),
      icon: <Delete20Regular />,
      onClick: () => setAsked('remove'),
      reason: reason(whyNotRemove),
    },
  ];

  return {
    commands,
    unread,
    start: plan !== undefined && isToStart(plan) ? () => order.mutate('start') : null,
    startFailed: order.variables === 'start' ? order.error : null,
    whyNotStart: inWords(barred ?? (isForbiddenToIsolate(order.error) ? messages.mayNotIsolate : undefined)),
    /** After something else may have changed: what was refused may be ordered again. */
    forget: order.reset,
    takeOut: plan !== undefined && mayTakeOut(plan) ? (item: RecoveryMachineView['item']) => setAsked(item) : null,
    question:
      asked === null
        ? null
        : {
            ...questionOf(asked, plan, text),
            onYes: () => order.mutate(asked),
            onNo: () => setAsked(null),
            pending: order.isPending,
            failed: order.variables === asked ? order.error : null,
            whyNot: commands.find(({ id }) => id === asked)?.reason,
          },
    error: order.error,
  };
}

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
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../api/api';
import { isKeptFile } from './rehearsal/kept-files';
import { toProblemError, translated } from '../../api/problem-error';
import { recoveryPlanQuery } from '../../api/recovery-queries';
import type { BladeCommand } from '../../blades/command-bar';
import { whyNotRead, type Read } from '../../blades/why-not-read';
import { useLeadOn } from '../../blades/use-lead-on';
import { useText } from '../../language/use-text';
import { useScriptCommand } from '../../azure/commands/use-script-command';
import { paths } from '../../map/paths';
import { download } from '../../ui/actions/download';
import { isForbiddenToIsolate } from './is-forbidden-to-isolate';
import { planMessages as messages } from './plan-messages';
import type { QuestionProps } from './question';
import { useWhyNotEdit } from './use-why-not-edit';

type Order = 'start' | 'approve' | 'pause' | 'cancel' | 'retry' | 'remove' | RecoveryMachineView['item'];

/** A plan that was there and is no more is as was asked: the first answer may have been lost. */
function unlessGone(error: unknown): void {
  if (toProblemError(error).problem.code !== 'recovery-plan-not-found') throw error;
}

const OPEN: readonly RecoveryMachineView['state'][] = ['refused', 'needs-person'];

/** What can be ordered of a run, why not, and the question before what ends something. */
export function useRunCommands(planId: string, { data: plan, error }: Read<RecoveryPlan>) {
  const text = useText();
  const missing = whyNotRead({ data: plan, error });
  const unread = missing && text(missing);
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const [asked, setAsked] = useState<Exclude<Order, 'start' | 'approve' | 'retry'> | null>(null);

  const order = useMutation({
    mutationFn: async (wanted: Order) => {
      if (typeof wanted === 'object') return translated(api.recoveryPlans.takeOut({ planId, item: wanted }));
      if (wanted === 'approve' || wanted === 'start')
        return translated(api.recoveryPlans[wanted]({ planId, revision: plan?.revision ?? 0 }));
      if (wanted !== 'remove') return translated(api.recoveryPlans[wanted]({ planId }));
      await translated(api.recoveryPlans.remove({ planId })).catch(unlessGone);
      return null;
    },
    onSuccess(answer) {
      setAsked(null);
      if (answer !== null) client.setQueryData(recoveryPlanQuery(planId).queryKey, answer);
      void client.invalidateQueries({ queryKey: ['recovery-plans'], exact: true });
      if (answer === null) void client.invalidateQueries({ queryKey: ['removed-recovery-plans'] });
      // What has run can still be read.
      if (answer === null && plan?.startedAt != null) void client.invalidateQueries({ queryKey: recoveryPlanQuery(planId).queryKey });
      if (answer === null) void leadOn(paths.recoveryPlans());
    },
    // It may not be any more what was looked at.
    onError: () => void client.invalidateQueries({ queryKey: recoveryPlanQuery(planId).queryKey }),
  });

  const state = plan?.standing.state;
  const isOn = state === 'running' || state === 'waiting';
  const isRemoved = plan?.removed != null;
  const barred = () => {
    if (unread !== undefined) return unread;
    if (isRemoved) return text(messages.isRemoved);
    if (plan?.mayRun === false) return text(messages.mayNot);
    return order.isPending ? text(messages.sending) : undefined;
  };
  // What an order that failed amid its work did not come to is stopped by ordering it again.
  const someGoOn = plan?.machines.some((machine) => machine.state === 'running' || machine.state === 'held') === true;
  const whyNotPause = () => {
    if (state === 'planned') return text(messages.notBegun);
    if (state === 'paused') return someGoOn ? undefined : text(messages.isPaused);
    return isOn ? undefined : text(messages.isOver);
  };
  const rehearsal = plan?.rehearsal ?? null;
  const isThere = rehearsal !== null && rehearsal.phase !== 'removed';
  const whyNotCancel = () => {
    if (rehearsal?.phase === 'removing') return text(messages.isRemoving);
    const isOpen = state === 'paused' || (state === 'cancelled' && (isThere || someGoOn));
    return isOpen ? undefined : whyNotPause();
  };
  const whyNotRetry = () => {
    if (rehearsal?.phase === 'removing') return text(messages.isRemoving);
    if (rehearsal?.phase === 'removed') return rehearsal.left.every(isKeptFile) ? text(messages.nothingOpen) : undefined;
    if (state === 'planned') return text(messages.notBegun);
    if (state === 'paused') return text(messages.pausedFirst);
    if (state === 'cancelled') return text(messages.isOver);
    return plan?.machines.some((machine) => OPEN.includes(machine.state)) === true ? undefined : text(messages.nothingOpen);
  };

  const whyNotApprove = () => {
    if (plan === undefined || unread !== undefined) return unread;
    if (isRemoved) return text(messages.isRemoved);
    if (rehearsal !== null) return text(messages.rehearsalNeedsNone);
    if (state !== 'planned') return text(messages.begun);
    if (plan.mine.isChanged) return text(messages.ownPlan);
    return plan.mine.isApproved ? text(messages.approvedAlready) : undefined;
  };
  const script = useScriptCommand(
    paths.planScript({ planId }),
    plan === undefined ? unread : isRemoved ? text(messages.isRemoved) : undefined,
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
      reason: order.isPending ? text(messages.sending) : whyNotApprove(),
    },
    {
      id: 'pause',
      label: text(messages.pause),
      icon: <Pause20Regular />,
      onClick: () => setAsked('pause'),
      reason: barred() ?? whyNotPause(),
    },
    {
      id: 'retry',
      label: text(messages.retry),
      icon: <ArrowRepeatAll20Regular />,
      onClick: () => order.mutate('retry'),
      reason: barred() ?? whyNotRetry(),
    },
    {
      id: 'cancel',
      label: text(messages.cancel),
      icon: <Dismiss20Regular />,
      onClick: () => setAsked('cancel'),
      reason: barred() ?? whyNotCancel(),
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
      reason: barred() ?? (isOn || isThere ? text(messages.isRunning) : undefined),
    },
  ];

  const questionWords = (wanted: Exclude<NonNullable<typeof asked>, object>) =>
    wanted === 'remove' && plan?.startedAt != null
      ? messages.removeRunQuestion
      : rehearsal !== null && wanted === 'cancel'
        ? messages.cancelRehearsalQuestion
        : messages[`${wanted}Question`];
  const questionOf = (wanted: NonNullable<typeof asked>): Pick<QuestionProps, 'question' | 'yes'> =>
    typeof wanted === 'object'
      ? { question: text(messages.takeOutQuestion, { name: wanted.vmName }), yes: text(messages.takeOutYes) }
      : { question: text(questionWords(wanted)), yes: text(messages[`${wanted}Yes`]) };

  return {
    commands,
    unread,
    start: !isRemoved && (state === 'planned' || state === 'paused') ? () => order.mutate('start') : null,
    startFailed: order.variables === 'start' ? order.error : null,
    whyNotStart: barred() ?? (isForbiddenToIsolate(order.error) ? text(messages.mayNotIsolate) : undefined),
    /** After something else may have changed: what was refused may be ordered again. */
    forget: order.reset,
    takeOut:
      plan?.mayRun === true &&
      !isRemoved &&
      (rehearsal === null || rehearsal.phase === 'running') &&
      (isOn || state === 'paused' || state === 'ended')
        ? (item: RecoveryMachineView['item']) => setAsked(item)
        : null,
    question:
      asked === null
        ? null
        : {
            ...questionOf(asked),
            onYes: () => order.mutate(asked),
            onNo: () => setAsked(null),
            pending: order.isPending,
            failed: order.variables === asked ? order.error : null,
            whyNot: commands.find(({ id }) => id === asked)?.reason,
          },
    error: order.error,
  };
}

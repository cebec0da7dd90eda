import { Beaker20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { RecoveryPlan } from '@tresor/contracts';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { loadPart } from '../../api/load-code';
import { recoveryPlanQuery } from '../../api/recovery-queries';
import { CommandButton } from '../../azure/commands/command-button';
import { Blade } from '../../blades/blade';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { AskBrowser } from '../../notifications/ask-browser';
import { ProgressLine } from '../../ui/feedback/progress-line';
import { isOver } from './board/news-of-run';
import { useWatchedRun } from './board/watch-run';
import { useNeverBackedUp } from './outlook/use-never-backed-up';
import { PlanFacts } from './plan-facts';
import { planMessages as messages } from './plan-messages';
import { Question } from './question';
import { messages as rehearsalMessages } from './rehearsal/messages';
import { RehearsalHistory } from './rehearsal/rehearsal-history';
import { useRunCommands } from './use-run-commands';

const Board = lazy(() => loadPart(() => import('./board/board')));
const OutlookTable = lazy(() => loadPart(() => import('./outlook/outlook-table')));
const Proofs = lazy(() => loadPart(() => import('./rehearsal/proofs')));
const RehearsalFacts = lazy(() => loadPart(() => import('./rehearsal/rehearsal-facts')));
const RehearsePanel = lazy(() => loadPart(() => import('./rehearsal/rehearse-panel')));

/** A restore plan: what stands before its machines, and once it runs where each of them is. */
export default function Plan() {
  const text = useText();
  const { planId = '' } = useParams();
  const query = useQuery(recoveryPlanQuery(planId));
  const { data: plan } = query;
  const never = useNeverBackedUp(plan);
  const run = useRunCommands(planId, query);
  const count = (plan?.machines.length ?? 0) - never.length;
  useWatchedRun(planId, plan && stateOfRun(plan));
  const [rehearses, setRehearses] = useState(false);
  const whyNotRehearse = () => {
    if (plan === undefined || run.unread !== undefined) return run.unread;
    if (plan.removed !== null) return text(messages.isRemoved);
    if (!plan.mayRun) return text(messages.mayNot);
    if (plan.rehearsal !== null) return text(rehearsalMessages.isRehearsal);
    return plan.machines.length === 0 ? text(rehearsalMessages.noneSeen) : undefined;
  };
  const rehearse = {
    id: 'rehearse',
    label: text(rehearsalMessages.rehearse),
    icon: <Beaker20Regular />,
    onClick: () => setRehearses(true),
    reason: whyNotRehearse(),
  };
  return (
    <Blade
      title={plan?.name ?? text(titles.recoveryPlan)}
      subtitle={text(plan?.rehearsal ? rehearsalMessages.rehearsal : titles.recoveryPlan)}
      busy={query.isPending}
      problem={query.error ?? run.error}
      onRefresh={() => {
        run.forget();
        void query.refetch();
      }}
      commands={[rehearse, ...run.commands]}
      {...(plan !== undefined &&
        run.start !== null && {
          footer: (
            <CommandButton
              onClick={run.start}
              reason={run.whyNotStart ?? (count === 0 ? text(messages.nothingBack) : undefined)}
              failed={run.startFailed}
            >
              {plan.standing.state === 'paused' ? text(messages.goOn) : text(messages.start, { count })}
            </CommandButton>
          ),
        })}
    >
      {run.question !== null && <Question {...run.question} />}
      {rehearses && plan !== undefined && (
        <Suspense>
          <RehearsePanel plan={plan} onClose={() => setRehearses(false)} />
        </Suspense>
      )}
      {plan !== undefined && <Content plan={plan} onTakeOut={run.takeOut} />}
    </Blade>
  );
}

const stateOfRun = (plan: RecoveryPlan) => (isOver(plan) ? 'over' : plan.standing.state === 'planned' ? 'planned' : 'on');

function Content({ plan, onTakeOut }: { plan: RecoveryPlan; onTakeOut: ReturnType<typeof useRunCommands>['takeOut'] }) {
  const text = useText();
  return (
    <>
      <PlanFacts plan={plan} />
      {!isOver(plan) && <AskBrowser />}
      {plan.rehearsal !== null && (
        <Suspense>
          <RehearsalFacts rehearsal={plan.rehearsal} />
        </Suspense>
      )}
      <Suspense fallback={<ProgressLine label={text(messages.loading)} />}>
        {plan.standing.state === 'planned' ? <OutlookTable plan={plan} /> : <Board plan={plan} onTakeOut={onTakeOut} />}
      </Suspense>
      {plan.rehearsal === null ? (
        <RehearsalHistory planId={plan.planId} />
      ) : (
        <Suspense fallback={<ProgressLine label={text(messages.loading)} />}>
          <Proofs plan={plan} />
        </Suspense>
      )}
    </>
  );
}

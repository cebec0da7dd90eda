import { useQuery } from '@tanstack/react-query';
import type { RecoveryPlan } from '@tresor/contracts';
import { useParams } from 'react-router';
import { recoveryPlanQuery } from '../../api/recovery-queries';
import { CommandButton } from '../../azure/commands/command-button';
import { Blade } from '../../blades/blade';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { Board } from './board/board';
import { OutlookTable } from './outlook/outlook-table';
import { PlanFacts } from './plan-facts';
import { planMessages as messages } from './plan-messages';
import { Question } from './question';
import { useRunCommands } from './use-run-commands';

/** A restore plan: what stands before its machines, and once it runs where each of them is. */
export default function Plan() {
  const text = useText();
  const { planId = '' } = useParams();
  const query = useQuery(recoveryPlanQuery(planId));
  const { data: plan } = query;
  const run = useRunCommands(planId, plan);
  return (
    <Blade
      title={plan?.name ?? text(titles.recoveryPlan)}
      subtitle={text(titles.recoveryPlan)}
      busy={query.isPending}
      problem={query.error ?? run.error}
      onRefresh={() => void query.refetch()}
      commands={run.commands}
      {...(plan !== undefined &&
        run.start !== null && {
          footer: (
            <CommandButton onClick={run.start} reason={run.whyNotStart}>
              {text(plan.standing.state === 'paused' ? messages.goOn : messages.start, { count: plan.machines.length })}
            </CommandButton>
          ),
        })}
    >
      {run.question !== null && <Question {...run.question} />}
      {plan !== undefined && <Content plan={plan} onTakeOut={run.takeOut} />}
    </Blade>
  );
}

function Content({ plan, onTakeOut }: { plan: RecoveryPlan; onTakeOut: ReturnType<typeof useRunCommands>['takeOut'] }) {
  return (
    <>
      <PlanFacts plan={plan} />
      {plan.standing.state === 'planned' ? <OutlookTable plan={plan} /> : <Board plan={plan} onTakeOut={onTakeOut} />}
    </>
  );
}

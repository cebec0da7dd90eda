import { useQuery } from '@tanstack/react-query';
import { plannedValues } from '@tresor/scripts';
import { useParams } from 'react-router';
import { recoveryPlanQuery } from '../../api/recovery-queries';
import { useText } from '../../language/use-text';
import { messages } from './plan-script-messages';
import { ScriptBlade } from './script-blade';
import { usePlanScript } from './use-plan-script';

/** A whole restore plan as a script, with what it leaves out and why. */
export default function PlanScript() {
  const text = useText();
  const { planId = '' } = useParams();
  const { data: plan, isPending, error } = useQuery(recoveryPlanQuery(planId));
  const { ready, lists, seen, isSettled, problem } = usePlanScript(plan);
  const total = plan?.machines.length ?? 0;
  const included = () => {
    if (ready.length === 0) return text(messages.includedNone);
    return total === 1 ? text(messages.includedOne) : text(messages.included, { count: ready.length, total });
  };
  const wanted = { of: 'recovery', values: { folder: `tresor-${planId}`, machines: plannedValues(ready) } } as const;
  return (
    <ScriptBlade
      purpose={text(messages.purpose)}
      subtitle={plan?.name}
      busy={isPending || (plan !== undefined && !isSettled)}
      problem={error ?? problem}
      fileName={`${text(messages.fileName)}-${planId}`}
      wanted={isSettled ? wanted : undefined}
      notes={[messages.order, messages.again, messages.now, messages.portal].map((note) => text(note))}
      lists={lists}
    >
      <output>
        {isSettled && included()}
        {!isSettled && total > 0 && text(messages.looking, { seen, total })}
      </output>
      {isSettled &&
        lists.map(({ title, lines }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
    </ScriptBlade>
  );
}

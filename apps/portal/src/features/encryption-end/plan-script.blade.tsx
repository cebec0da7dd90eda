import { useQuery } from '@tanstack/react-query';
import { encryptionEndQuery } from '../../api/queries';
import { saidOf, useEstateScope } from '../../azure/estate/use-estate-scope';
import { Blade } from '../../blades/blade';
import { namedFew } from '../../language/named-few';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { AllNames } from '../../ui/layout/all-names';
import { titles } from '../../map/map';
import { InfoBox } from '../../ui/feedback/info-box';
import { endingRows, inPlan } from './ending-rows';
import { machineMessages, messages } from './messages';
import { needsOf } from './needs-of';
import { ShellScript } from './shell-script';
import { targetOf } from './use-leaving-script';
import { usePlanChoice } from './use-plan-choice';

/** The plan as one script, machine after machine. */
export default function PlanScript() {
  const text = useText();
  const format = useFormat();
  const scope = useEstateScope();
  const { data, error, isFetching, refetch } = useQuery(encryptionEndQuery(scope.managementGroup));
  const { from, perWeek } = usePlanChoice();
  const plan = inPlan(endingRows(data ?? [], from, perWeek), from, perWeek);
  const targets = plan.flatMap((row) => targetOf(row) ?? []);
  const needs = needsOf(targets);
  const left = plan.filter((row) => targetOf(row) === null).map(({ machine }) => machine.name);
  return (
    <Blade title={text(titles.encryptionEndScript)} busy={isFetching} problem={error} onRefresh={() => void refetch()}>
      {data !== undefined && plan.length === 0 && (
        <InfoBox>{text(saidOf(scope, messages.nothingToPlan, messages.nothingToPlanHere))}</InfoBox>
      )}
      {targets.length > 0 && (
        <>
          <p>{text(machineMessages.planIntro, { count: targets.length })}</p>
          {needs.map(({ need, names }) => (
            <p key={need.en}>
              {needs.length > 1 && `${namedFew(names, format, text)}: `}
              {text(need)}
            </p>
          ))}
          <ShellScript label={text(titles.encryptionEndScript)} targets={targets} />
        </>
      )}
      {left.length > 0 && <p>{text(machineMessages.leftOut, { names: namedFew(left, format, text) })}</p>}
      <AllNames names={left} />
    </Blade>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JobId, Restore, RestorePlan, VaultPath, PlanStop } from '@tresor/contracts';
import { api } from '../../../api/api';
import { planQuery } from '../../../api/restore-queries';
import { useDelegated } from '../../../api/use-delegated';
import { Blade, type BladeProps } from '../../../blades/blade';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { useStepCommand } from '../progress/use-step-command';
import { CommandButton } from '../../../azure/commands/command-button';
import { AskBrowser } from '../../../notifications/ask-browser';
import { lackingWords, stopWords } from '../../../words/plan-words';
import { commandWords, standingMessages as messages } from './standing-messages';
import { PlanStanding } from './plan-standing';
import { PlanSummary } from './plan-summary';
import { happenedBy, outsideWords } from '../../../words/problem-texts';
import { paths, useJobId, useVaultPath } from '../../../map/paths';
import { AzureWords } from '../../../ui/feedback/azure-words';
import { TextLink } from '../../../ui/actions/text-link';
import { stepTitles } from '../../../words/restore-steps';
import { viewOf } from '../progress/journey-steps';
import { useStepWords } from '../progress/use-step-words';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
});

interface PlanStateProps {
  frame: BladeProps;
  path: VaultPath;
  jobId: JobId;
  restore: Restore;
  plan: RestorePlan;
  onChange: () => void;
}

/** Why a plan needs a person, and where that person goes. */
function PlanStopNotice({ stop, restore }: { stop: PlanStop; restore: Restore }) {
  const text = useText();
  const path = useVaultPath();
  const isDelegated = useDelegated()(path.subscriptionId);
  const jobId = useJobId();
  const stepWords = useStepWords();
  const view = viewOf(restore.steps, stop.step);
  const saysItself = stop.reason === 'stuck' || stop.reason === 'hidden' || stop.reason === 'tried';
  const happened = happenedBy(stop.code);
  return (
    <>
      <p>{text(stopWords[stop.reason])}</p>
      {happened !== undefined && (
        <p>
          {text(happened)} {outsideWords(stop, text, isDelegated)}
        </p>
      )}
      {stop.azureMessage !== null && (
        <div>
          <AzureWords message={stop.azureMessage} />
        </div>
      )}
      {saysItself && view !== undefined && <p>{stepWords(view)}</p>}
      <p>{text(messages.needsMeans)}</p>
      <TextLink to={paths.restoreStep(path, jobId, stop.step)}>{text(messages.toStep, { step: text(stepTitles[stop.step]) })}</TextLink>
    </>
  );
}

/** Where a plan stands, what it has done, and the way to take back control. */
export default function PlanState({ frame, path, jobId, restore, plan, onChange }: PlanStateProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const stop = useStepCommand(path, () => api.restores.stopPlan({ ...path, jobId }), {
    onSuccess: (stopped) => client.setQueryData(planQuery(path, jobId).queryKey, stopped),
  });
  const { standing, given } = plan;
  const isOver = standing.state === 'done';
  const barred = plan.lacking.length === 0 ? undefined : lackingWords(plan.lacking, text, format);
  const outcomeOf = (outcome: (typeof given)[number]['outcome']) => text(messages[outcome ?? 'unheard']);
  return (
    <Blade
      {...frame}
      busy={frame.busy === true || stop.isPending}
      problem={stop.error ?? frame.problem}
      {...(!isOver && {
        footer: (
          <>
            <CommandButton
              isBarred={barred !== undefined}
              onClick={() => stop.mutate()}
              reason={stop.isPending ? text(messages.takingBack) : barred}
              failed={stop.error}
            >
              {text(messages.takeBack)}
            </CommandButton>
            {'step' in restore.next && (
              <PlainButton onClick={onChange} reason={barred}>
                {text(messages.change)}
              </PlainButton>
            )}
          </>
        ),
      })}
    >
      <PlanStanding path={path} restore={restore} plan={plan} />
      {standing.state === 'needs-person' && <PlanStopNotice stop={standing.stop} restore={restore} />}
      {!isOver && <AskBrowser />}
      <h3 className={styles.heading}>{text(messages.given)}</h3>
      {given.length === 0 && <p>{text(messages.givenNothing)}</p>}
      <ul className={styles.list}>
        {given.map(({ command, at, inNameOf: { name }, outcome }) => (
          <li key={`${at} ${command}`}>
            {text(messages.givenLine, { at: format.dateTime(at), command: text(commandWords[command]), name })}: {outcomeOf(outcome)}
          </li>
        ))}
      </ul>
      {!isOver && <PlanSummary restore={restore} answers={plan.answers} />}
    </Blade>
  );
}

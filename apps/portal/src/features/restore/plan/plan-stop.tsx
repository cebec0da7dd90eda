import type { PlanStop, Restore } from '@tresor/contracts';
import { happenedBy } from '../../../words/problem-texts';
import { useText } from '../../../language/use-text';
import { paths, useJobId, useVaultPath } from '../../../map/paths';
import { AzureWords } from '../../../ui/feedback/azure-words';
import { TextLink } from '../../../ui/actions/text-link';
import { stepTitles } from '../../../words/restore-steps';
import { viewOf } from '../progress/journey-steps';
import { useStepWords } from '../progress/use-step-words';
import { planMessages as messages, stopWords } from './plan-messages';

/** Why a plan needs a person, and where that person goes. */
export function PlanStopNotice({ stop, restore }: { stop: PlanStop; restore: Restore }) {
  const text = useText();
  const path = useVaultPath();
  const jobId = useJobId();
  const stepWords = useStepWords();
  const view = viewOf(restore.steps, stop.step);
  const saysItself = stop.reason === 'stuck' || stop.reason === 'hidden' || stop.reason === 'tried';
  const happened = happenedBy(stop.code);
  return (
    <>
      <p>{text(stopWords[stop.reason])}</p>
      {happened !== undefined && <p>{text(happened)}</p>}
      {stop.azureMessage !== null && (
        <p>
          <AzureWords message={stop.azureMessage} />
        </p>
      )}
      {saysItself && view !== undefined && <p>{stepWords(view)}</p>}
      <p>{text(messages.needsMeans)}</p>
      <TextLink to={paths.restoreStep(path, jobId, stop.step)}>{text(messages.toStep, { step: text(stepTitles[stop.step]) })}</TextLink>
    </>
  );
}

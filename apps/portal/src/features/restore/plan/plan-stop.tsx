import type { PlanStop, Restore } from '@tresor/contracts';
import { happenedBy } from '../../../i18n/problem-texts';
import { useText } from '../../../i18n/use-text';
import { paths, useJobId, useVaultPath } from '../../../paths';
import { AzureWords } from '../../../ui/azure-words';
import { TextLink } from '../../../ui/text-link';
import { stepTitles } from '../../../vocabulary/restore-steps';
import { viewOf } from '../journey-steps';
import { useStepWords } from '../use-step-words';
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

import { useQuery } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { toProblemError } from '../../api/problem-error';
import { jobsQuery, vaultOf } from '../../api/queries';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { useWord } from '../../words/use-word';
import { paths } from '../../map/paths';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { isRunning, operationWord } from '../../words/job-words';

const messages = defineMessages({
  busy: {
    de: 'Azure ist mit {name} noch bei einem anderen Auftrag: {operation}. Danach geht es.',
    en: 'Azure is still at another job for {name}: {operation}. It works after that.',
  },
  open: { de: 'Diesen Auftrag öffnen', en: 'Open that job' },
});

/** Where a command was refused because Azure is at the machine with another job, such as the nightly backup: which one that is. */
export function RunningJob({ path, error }: { path: ItemPath; error: unknown }) {
  const text = useText();
  const word = useWord();
  const isRefused = error != null && toProblemError(error).problem.code === 'conflict';
  const { data: jobs = [] } = useQuery({ ...jobsQuery(vaultOf(path)), enabled: isRefused });
  const job = jobs.find((one) => isRunning(one) && one.workload.toLowerCase() === path.vmName.toLowerCase());
  if (!isRefused || job === undefined) return null;
  return (
    <InfoBox>
      <p>{text(messages.busy, { name: path.vmName, operation: word(operationWord(job.operation)) })}</p>
      <TextLink to={paths.job({ ...path, jobId: job.id })}>{text(messages.open)}</TextLink>
    </InfoBox>
  );
}

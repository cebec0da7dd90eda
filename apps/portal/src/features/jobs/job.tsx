import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { isJobId } from '../../api/known-ids';
import { jobQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { useVaultPath } from '../../paths';
import { JobFacts } from './job-facts';
import { isRunning, operationWord, POLL_MS } from './job-words';
import { messages } from './messages';
import { useWord } from './use-word';

export default function Job() {
  const text = useText();
  const word = useWord();
  const path = useVaultPath();
  const { jobId } = useParams();
  if (!isJobId(jobId)) throw new Error('This blade stands in no job.');
  const job = useQuery({
    ...jobQuery(path, jobId),
    refetchInterval: ({ state }) => (state.data !== undefined && isRunning(state.data) ? POLL_MS : false),
  });
  return (
    <Blade
      title={job.data === undefined ? text(messages.job) : word(operationWord(job.data.operation))}
      subtitle={job.data?.workload}
      size="medium"
      busy={job.isPending}
      problem={job.error}
      commands={[{ id: 'refresh', label: text(messages.refresh), icon: <ArrowClockwise20Regular />, onClick: () => void job.refetch() }]}
    >
      {job.data !== undefined && <JobFacts job={job.data} />}
    </Blade>
  );
}

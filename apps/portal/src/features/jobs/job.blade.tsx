import { DismissCircle20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listGap } from '../../api/poll-gap';
import { jobQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { paths, useJobId, useVaultPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { isRunning, operationWord } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { CancelJob } from './cancel-job';
import { JobFacts } from './job-facts';
import { messages } from './messages';

export default function Job() {
  const text = useText();
  const word = useWord();
  const path = useVaultPath();
  const jobId = useJobId();
  const [asking, setAsking] = useState(false);
  const barred = useBarred(path);
  const {
    data: job,
    error,
    isPending,
    refetch,
  } = useQuery({
    ...jobQuery(path, jobId),
    refetchInterval: (query) => listGap(query, query.state.data && isRunning(query.state.data) ? [query.state.data.status] : []),
  });

  const whyNotCancel = () => {
    const unread = whyNotRead({ data: job, error });
    if (unread !== undefined) return text(unread);
    if (job === undefined) return undefined;
    if (!isRunning(job)) return text(messages.alreadyFinished);
    if (job.status === 'Cancelling') return text(messages.cancelling);
    return job.cancellable ? barred(map.job.step) : text(messages.notCancellable);
  };

  return (
    <Blade
      title={job === undefined ? text(messages.job) : word(operationWord(job.operation))}
      subtitle={job?.workload}
      busy={isPending}
      problem={error}
      onRefresh={() => void refetch()}
      commands={[
        {
          id: 'cancel',
          label: text(messages.cancel),
          icon: <DismissCircle20Regular />,
          onClick: () => setAsking(!asking),
          expanded: asking,
          reason: whyNotCancel(),
        },
      ]}
    >
      {asking && whyNotCancel() === undefined && <CancelJob path={path} jobId={jobId} onClose={() => setAsking(false)} />}
      {job?.operation === 'Restore' && (
        <InfoBox>
          <p>{text(messages.restoreGoesOn)}</p>
          <TextLink to={paths.restore(path, jobId)}>{text(messages.toRestore)}</TextLink>
        </InfoBox>
      )}
      {job !== undefined && <JobFacts job={job} />}
    </Blade>
  );
}

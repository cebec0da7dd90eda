import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemPath, Job } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { useEffect, useRef } from 'react';
import { listGap } from '../../api/poll-gap';
import { toProblemError } from '../../api/problem-error';
import { jobsQuery, vaultOf } from '../../api/queries';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { useWord } from '../../words/use-word';
import { paths } from '../../map/paths';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { isRunning, operationWord } from '../../words/job-words';
import { lookAgain } from '../items/look-again';

const messages = defineMessages({
  busy: {
    de: 'Azure ist mit {name} noch bei einem anderen Auftrag: {operation}. Danach geht es.',
    en: 'Azure is still at another job for {name}: {operation}. It works after that.',
  },
  open: { de: 'Diesen Auftrag öffnen', en: 'Open that job' },
});

/** Where a command was refused because Azure is at the machine with another job, such as the nightly backup: which one that is, for as long as it runs. */
export function RunningJob({ path, error }: { path: ItemPath; error: unknown }) {
  const text = useText();
  const word = useWord();
  const isRefused = error != null && toProblemError(error).problem.code === 'conflict';
  const client = useQueryClient();
  const isInTheWay = (one: Job) => isRunning(one) && sameName(one.workload, path.vmName);
  const { data: jobs = [] } = useQuery({
    ...jobsQuery(vaultOf(path)),
    enabled: isRefused,
    refetchInterval: (query) => listGap(query, query.state.data?.filter(isInTheWay).map(({ id }) => id) ?? []),
  });
  const job = jobs.find(isInTheWay);
  const stoodInTheWay = useRef(false);
  useEffect(() => {
    // What the job was about is no longer as it was: a colleague may have stopped the backup, or resumed it.
    if (stoodInTheWay.current && isRefused && job === undefined) lookAgain(client, path);
    stoodInTheWay.current = isRefused && job !== undefined;
  });
  if (!isRefused || job === undefined) return null;
  return (
    <InfoBox>
      <p>{text(messages.busy, { name: path.vmName, operation: word(operationWord(job.operation)) })}</p>
      <TextLink to={paths.job({ ...path, jobId: job.id })}>{text(messages.open)}</TextLink>
    </InfoBox>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JobId } from '@tresor/contracts';
import { isJobId } from '../../../api/known-ids';
import { pollGap } from '../../../api/poll-gap';
import { restoresQuery, restoreQuery } from '../../../api/restore-queries';
import { ListBlade } from '../../../blades/list-blade';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import type { TableColumn } from '../../../ui/table/table-types';
import { isRunning, statusWord } from '../../../words/job-words';
import { useWord } from '../../../words/use-word';
import { listMessages as messages, messages as common } from '../messages';
import { useEdition } from '../../../kept/edition';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { stepTitles } from '../../../words/restore-steps';
import { planMessages } from '../plan/plan-messages';
import { stateWords } from '../progress/journey-messages';
import { stepThatTells } from '../progress/journey-steps';
import { STEP_STATUS } from '../progress/step-state';

type Row = NonNullable<ReturnType<typeof useRestores>['data']>[number];

function useRestores() {
  const path = useVaultPath();
  return useQuery({
    ...restoresQuery(path),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) === true ? pollGap(state.dataUpdateCount) : false),
  });
}

/** Where a restore of the list stands and whether it needs somebody. A table asks for the rows in sight only. */
function JourneyCell({ jobId }: { jobId: JobId }) {
  const text = useText();
  const path = useVaultPath();
  const { data, isError } = useQuery({ ...restoreQuery(path, jobId, useEdition()), staleTime: 30_000 });
  if (data === undefined) return <>{text(isError ? messages.notRead : messages.reading)}</>;
  if (data.next.kind === 'done') return <StatusBadge status="success">{text(messages.allDone)}</StatusBadge>;
  const view = stepThatTells(data);
  if (view === undefined) return null;
  const isTaken = data.alone && view.state === 'ready';
  return (
    <StatusBadge status={STEP_STATUS[isTaken ? 'running' : view.state]}>
      {text(isTaken ? planMessages.itsTurn : stateWords[view.state])}: {text(stepTitles[view.step])}
    </StatusBadge>
  );
}

function useColumns(): TableColumn<Row>[] {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  return useMemo(() => {
    const started = ({ startTime }: Row) => (startTime === null ? text(common.none) : format.dateTime(startTime));
    return [
      { id: 'machine', header: text(messages.machine), cell: ({ vmName }) => vmName, text: ({ vmName }) => vmName },
      {
        id: 'started',
        header: text(messages.started),
        cell: started,
        text: started,
        order: ({ startTime }) => (startTime === null ? 0 : Date.parse(startTime)),
      },
      {
        id: 'journey',
        header: text(messages.journey),
        cell: ({ jobId }) => isJobId(jobId) && <JourneyCell jobId={jobId} />,
        text: ({ status }) => word(statusWord(status)),
        width: 1.6,
      },
      {
        id: 'reason',
        header: text(messages.reason),
        cell: ({ reasons }) => reasons.join(', ') || text(common.none),
        text: ({ reasons }) => reasons.join(', '),
      },
    ];
  }, [text, word, format]);
}

/** The restores of a vault, for anyone who goes on with one. */
export default function RestoreList() {
  const text = useText();
  const path = useVaultPath();
  const client = useQueryClient();
  const restores = useRestores();
  const refresh = () => void client.invalidateQueries({ queryKey: restoresQuery(path).queryKey });
  const columns = useColumns();
  return (
    <ListBlade
      id="restores"
      subtitle={path.vaultName}
      query={restores}
      polls
      onRefresh={refresh}
      filterLabel={text(messages.filter)}
      columns={columns}
      rowKey={({ jobId }) => jobId}
      rowName={({ vmName }) => vmName}
      href={({ jobId }) => paths.restore(path, jobId)}
      empty={text(messages.empty)}
    />
  );
}

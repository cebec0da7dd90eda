import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isJobId } from '../../../api/known-ids';
import { pollGap } from '../../../api/poll-gap';
import { restoresQuery } from '../../../api/restore-queries';
import { ListBlade } from '../../../blades/list-blade';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import type { TableColumn } from '../../../ui/table/table-types';
import { isRunning, statusWord } from '../../../words/job-words';
import { useWord } from '../../../words/use-word';
import { JourneyCell } from './journey-cell';
import { listMessages as messages, messages as common } from '../messages';

type Row = NonNullable<ReturnType<typeof useRestores>['data']>[number];

function useRestores() {
  const path = useVaultPath();
  return useQuery({
    ...restoresQuery(path),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) === true ? pollGap(state.dataUpdateCount) : false),
  });
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

/** The restores of a vault, for whoever goes on with one. */
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
      size="medium"
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

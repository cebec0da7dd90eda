import { useQuery } from '@tanstack/react-query';
import type { JobId, RestoreInVault, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { isJobId } from '../../../api/known-ids';
import { restoreQuery } from '../../../api/restore-queries';
import { takenByRun } from '../../../api/taken-by-run';
import { useEdition } from '../../../kept/edition';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { statusWord } from '../../../words/job-words';
import { STEP_STATUS, stepTitles } from '../../../words/restore-steps';
import { useWord } from '../../../words/use-word';
import { listMessages as messages, messages as common } from '../messages';
import { planMessages } from '../plan/plan-messages';
import { stateWords } from '../progress/journey-messages';
import { stepThatTells } from '../progress/journey-steps';

/** Where a restore of the list stands and whether it needs somebody. A table asks for the rows in sight only. */
function JourneyCell({ vault, jobId }: { vault: VaultPath; jobId: JobId }) {
  const text = useText();
  const { data, isError } = useQuery({ ...restoreQuery(vault, jobId, useEdition()), staleTime: 30_000 });
  if (data === undefined) return <>{text(isError ? messages.notRead : messages.reading)}</>;
  if (data.next.kind === 'done') return <StatusBadge status="success">{text(messages.allDone)}</StatusBadge>;
  if (data.next.kind === 'removed') return <StatusBadge status="info">{text(messages.removed)}</StatusBadge>;
  const view = stepThatTells(data);
  if (view === undefined) return null;
  const isTaken = data.alone && view.state === 'ready' && takenByRun(data, view.step);
  return (
    <StatusBadge status={STEP_STATUS[isTaken ? 'running' : view.state]}>
      {text(isTaken ? planMessages.itsTurn : stateWords[view.state])}: {text(stepTitles[view.step])}
    </StatusBadge>
  );
}

/** A restore of a list: in all vaults, or in the one that `vaultOf` knows. */
type RestoreRow = Omit<RestoreInVault, 'vault'>;

const NONE: readonly never[] = [];

/** The columns of every list of restores, with others of its own at the end. */
export function useRestoreColumns<Row extends RestoreRow>(
  vaultOf: (row: Row) => VaultPath,
  own: readonly TableColumn<Row>[] = NONE,
): TableColumn<Row>[] {
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
        cell: (row) => isJobId(row.jobId) && <JourneyCell vault={vaultOf(row)} jobId={row.jobId} />,
        text: ({ status }) => word(statusWord(status)),
        width: 1.6,
      },
      {
        id: 'reason',
        header: text(messages.reason),
        cell: ({ reasons }) => reasons.join(', ') || text(common.none),
        text: ({ reasons }) => reasons.join(', '),
      },
      ...own,
    ];
  }, [text, word, format, vaultOf, own]);
}

import { useQuery } from '@tanstack/react-query';
import type { JobId } from '@tresor/contracts';
import { restoreQuery } from '../../../api/restore-queries';
import { useText } from '../../../language/use-text';
import { useVaultPath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { stepTitles } from '../../../words/restore-steps';
import { planMessages } from '../plan/plan-messages';
import { stateWords } from '../progress/journey-messages';
import { stepThatTells } from '../progress/journey-steps';
import { listMessages as messages } from '../messages';
import { STEP_STATUS } from '../progress/step-state';

/** Where a restore of the list stands and whether it needs somebody. A table asks for the rows in sight only. */
export function JourneyCell({ jobId }: { jobId: JobId }) {
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

import { StatusBadge } from '../../ui/feedback/status-badge';
import { statusBadge, statusWord } from '../../words/job-words';
import { useWord } from '../../words/use-word';

/** How a job or one of its tasks stands, in our words where we have them. */
export function JobStatus({ status }: { status: string }) {
  const word = useWord();
  return <StatusBadge status={statusBadge(status)}>{word(statusWord(status))}</StatusBadge>;
}

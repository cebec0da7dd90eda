import { StatusBadge } from '../ui/status-badge';
import { statusBadge, statusWord } from './job-words';
import { useWord } from './use-word';

/** How a job or one of its tasks stands, in our words where we have them. */
export function JobStatus({ status }: { status: string }) {
  const word = useWord();
  return <StatusBadge status={statusBadge(status)}>{word(statusWord(status))}</StatusBadge>;
}

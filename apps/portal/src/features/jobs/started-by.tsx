import { useQuery } from '@tanstack/react-query';
import type { JobStarter } from '@tresor/contracts';
import { jobStarterQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { useJobId, useVaultPath } from '../../map/paths';
import { starterWords } from './messages';

type Caller = Extract<JobStarter, { by: 'caller' }>;

const nameOf = ({ displayName, caller }: Caller) => (displayName === null ? caller : `${displayName} (${caller})`);

/** Who started the job of this blade, by Azure's activity log; read by itself, for the log is slow. */
export function StartedBy() {
  const text = useText();
  const path = useVaultPath();
  const jobId = useJobId();
  const { data, isPending } = useQuery(jobStarterQuery(path, jobId));
  if (data === undefined) return <>{text(isPending ? starterWords.reading : starterWords.unknown)}</>;
  return <>{data.by === 'caller' ? nameOf(data) : text(starterWords[data.by])}</>;
}

import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import { isJobId } from '../../../api/known-ids';
import { useText } from '../../../language/use-text';
import { ProgressLine } from '../../../ui/feedback/progress-line';
import { disksMessages as messages } from './journey-messages';
import { UsualTimeLine } from './usual-time';

interface DisksProgressProps {
  path: VaultPath;
  jobId: JobId;
  restore: Restore;
}

/** How far the disks are, and how long they usually take. */
export function DisksProgress({ path, jobId, restore: { progressPercentage: progress, completions } }: DisksProgressProps) {
  const text = useText();
  const running = completions.at(-1)?.jobId ?? '';
  return (
    <>
      {progress === null ? (
        <p>{text(messages.progressUnknown)}</p>
      ) : (
        <>
          <ProgressLine label={text(messages.progress)} value={progress / 100} />
          <p>{text(messages.percent, { value: Math.round(progress) })}</p>
        </>
      )}
      <UsualTimeLine path={path} jobId={isJobId(running) ? running : jobId} />
    </>
  );
}

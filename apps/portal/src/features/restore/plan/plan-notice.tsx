import { useQuery } from '@tanstack/react-query';
import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import { planQuery } from '../../../api/restore-queries';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { InfoBox } from '../../../ui/feedback/info-box';
import { TextLink } from '../../../ui/actions/text-link';
import { planMessages as messages } from './plan-messages';
import { viewOf } from '../progress/journey-steps';
import { PlanStanding } from './plan-standing';
import { useWatchedJourney } from './watch-journey';

interface PlanNoticeProps {
  path: VaultPath;
  jobId: JobId;
  restore: Restore;
}

/**
 * Disks that did not come, or are gone, are brought by no run; at what cannot be done here, or is out of its owner's sight, a run only stops.
 * Nor can its questions be asked of somebody who does not see the disks: what the new machine may be depends on them. Once only the first backup
 * is waited for, none are left.
 */
const canGoOn = ({ next, steps, disks }: Restore) =>
  (next.kind === 'command' || (next.kind === 'wait' && next.step !== 'protection')) &&
  viewOf(steps, 'disks')?.state !== 'failed' &&
  inSight(disks) !== undefined;

/** Beside the steps: that nobody need wait for them, or how far they go on alone. Anyone who opens it with the rights goes on with the plan. */
export function PlanNotice({ path, jobId, restore }: PlanNoticeProps) {
  const text = useText();
  const { data: plan } = useQuery(planQuery(path, jobId));
  useWatchedJourney(path, jobId);
  const to = paths.runToEnd({ ...path, jobId });
  if (plan === undefined || restore.next.kind === 'removed' || (plan === null && !canGoOn(restore))) return null;
  if (plan === null) {
    return (
      <InfoBox>
        <p>{text(messages.offer)}</p>
        <TextLink to={to}>{text(messages.answerNow)}</TextLink>
      </InfoBox>
    );
  }
  return (
    <InfoBox>
      <PlanStanding path={path} restore={restore} plan={plan} />
      <TextLink to={to}>{text(messages.open)}</TextLink>
    </InfoBox>
  );
}

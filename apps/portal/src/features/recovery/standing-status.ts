import type { RecoverySummary } from '@tresor/contracts';
import type { Status } from '../../words/status';

const STATUS: Readonly<Record<Exclude<RecoverySummary['standing']['state'], 'ended'>, Status>> = {
  planned: 'waiting',
  running: 'in-progress',
  waiting: 'warning',
  paused: 'warning',
  cancelled: 'unknown',
  'not-known': 'unknown',
};

/** `open`: machines need a person, or did not come back; `unseen`: all did that this person sees, and there are others. */
type Outcome = 'all' | 'open' | 'unseen';

export const AT_THE_END: Readonly<Record<Outcome, Status>> = { all: 'success', open: 'warning', unseen: 'unknown' };

export const outcomeOf = ({ done, total, unseen }: Pick<RecoverySummary, 'done' | 'total' | 'unseen'>): Outcome => {
  if (total === 0 || done < total) return 'open';
  return unseen > 0 ? 'unseen' : 'all';
};

export const standingStatus = (state: RecoverySummary['standing']['state'], outcome: Outcome): Status =>
  state === 'ended' ? AT_THE_END[outcome] : STATUS[state];

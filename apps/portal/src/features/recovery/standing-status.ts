import type { RecoverySummary } from '@tresor/contracts';
import type { Status } from '../../words/status';

const STATUS: Readonly<Record<RecoverySummary['standing']['state'], Status>> = {
  planned: 'waiting',
  running: 'in-progress',
  waiting: 'warning',
  paused: 'warning',
  cancelled: 'unknown',
  ended: 'success',
  'not-known': 'unknown',
};

/** `isOpen`: machines need a person, or did not come back. */
export const standingStatus = (state: RecoverySummary['standing']['state'], isOpen: boolean): Status =>
  state === 'ended' && isOpen ? 'warning' : STATUS[state];

import type { RecoveryStanding } from '@tresor/contracts';
import type { Status } from '../../words/status';

const STATUS: Readonly<Record<RecoveryStanding['state'], Status>> = {
  planned: 'waiting',
  running: 'in-progress',
  waiting: 'warning',
  paused: 'warning',
  cancelled: 'unknown',
  ended: 'success',
};

/** `isOpen`: machines need a person, or did not come back. */
export const standingStatus = (state: RecoveryStanding['state'], isOpen: boolean): Status =>
  state === 'ended' && isOpen ? 'warning' : STATUS[state];

import type { RestoreStep, StepView } from '@tresor/contracts';
import type { Message } from '../language/messages';
import { titles } from '../map/map';
import type { Status } from './status';

/** A step of a restore is called like its blade. */
export const stepTitles: Readonly<Record<RestoreStep, Message>> = {
  disks: titles.disks,
  keys: titles.keys,
  machine: titles.machine,
  encryption: titles.encryption,
  protection: titles.protectAgain,
  'after-care': titles.afterCare,
};

export const STEP_STATUS: Readonly<Record<StepView['state'], Status>> = {
  done: 'success',
  running: 'in-progress',
  ready: 'warning',
  blocked: 'waiting',
  failed: 'error',
  hidden: 'unknown',
};

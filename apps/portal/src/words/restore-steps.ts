import type { RestoreStep } from '@tresor/contracts';
import type { Message } from '../language/messages';
import { titles } from '../map/map';

/** A step of a restore is called like its blade. */
export const stepTitles: Readonly<Record<RestoreStep, Message>> = {
  disks: titles.disks,
  keys: titles.keys,
  machine: titles.machine,
  encryption: titles.encryption,
  protection: titles.protectAgain,
  'after-care': titles.afterCare,
};

import { join, type Code } from '../writing';
import type { Encrypted } from './decrypt';

/** A machine that is to leave Azure Disk Encryption for encryption at host. */
export interface LeavingTarget extends Encrypted {
  subscriptionId: string;
  /** Its disks are decrypted and copied, or a machine with a fresh OS disk is made. */
  way: 'move' | 'rebuild';
  /** Its size cannot encrypt at host: the script asks for another. */
  needsSize: boolean;
}

/** What the scripts say beside their commands, in the language of the person who reads them. */
export interface LeavingWords {
  /** What has to be looked at inside the machine before its disks are copied, by its system. */
  guest: Readonly<Record<LeavingTarget['os'], string>>;
  /** The question whether that is so; `yes` goes on. */
  question: string;
  size: string;
  image: string;
  /** Of a new machine that an earlier run made: nothing is done for it. */
  there: string;
  /** Of a new machine that Azure has not, or not yet, provided: it needs a person. */
  halfMade: string;
  /** Of copies that an earlier run made, with nothing run since: they are used. */
  whole: string;
  /** Of a disk that has the name of a copy, and on which a machine may have worked, or whose source has changed since: nothing deletes it. */
  kept: string;
  /** What is left to do for who moved, and for who rebuilt. */
  afterMove: string;
  afterRebuild: string;
}

export const lines = (pieces: readonly Code[]) => join(pieces, '\n');

/** Azure omits the footer when it tells the size of a disk. */
export const FOOTER = 512;
export const DAY_SECONDS = 86_400;
export const SUFFIX = '-host';

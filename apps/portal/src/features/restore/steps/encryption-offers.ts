import type { Restore, StepReason, StepView } from '@tresor/contracts';
import type { Message } from '../../../language/messages';
import { encryptionMessages as messages } from '../progress/journey-messages';
import { openDiskMessages as openDisks } from './open-disk-messages';

/** What the step of the encryption asks of a person, and lets one do. */
export interface EncryptionOffers {
  mayApply: boolean;
  /** Whether to apply it would only take back what a person said of the disks. */
  mayTakeBack: boolean;
  /** Whether applying it encrypts disks, too, that were not, or may not have been. */
  takesPlain: boolean;
  /** Whether nothing tells of any disk that it was encrypted. */
  isUntold: boolean;
  /** Whether somebody who sees the disks can say so. */
  isAsked: boolean;
}

const TEXTS = {
  ready: messages.ready,
  running: messages.running,
  done: messages.done,
  failed: undefined,
  blocked: undefined,
  hidden: undefined,
};

const BY_REASON: Partial<Record<StepReason, Message>> = {
  'not-needed': messages.notNeeded,
  'needs-earlier-step': messages.locked,
  'encryption-isolated': messages.isolated,
};

/** Where a person who looked can say whether disks were encrypted. */
const ASKED: ReadonlySet<StepReason | null> = new Set<StepReason>([
  'disks-untold',
  'encryption-failed',
  'encryption-no-effect',
  'encryption-isolated',
  'point-gone',
]);

/** What stands in the way of no attempt. */
const APPLIED: ReadonlySet<StepReason | null> = new Set<StepReason>([
  'encryption-out-of-sight',
  'encryption-failed',
  'encryption-no-effect',
  'encryption-isolated',
]);

const NOTHING: EncryptionOffers = { mayApply: false, mayTakeBack: false, takesPlain: false, isUntold: false, isAsked: false };

export function encryptionOffers(restore: Restore | undefined, view: StepView | undefined): EncryptionOffers {
  if (restore === undefined || view === undefined) return NOTHING;
  const { encrypted, untold, plain } = restore.openDisks;
  const hasPoint = restore.recoveryPointId !== null;
  const mayTakeBack = hasPoint && view.state === 'done' && restore.plainDisks.length > 0;
  const mayApply = mayTakeBack || (hasPoint && (view.state === 'ready' || APPLIED.has(view.reason)));
  const isUntold = encrypted.length === 0 && untold.length > 0 && ASKED.has(view.reason);
  return {
    mayApply,
    mayTakeBack,
    takesPlain: mayApply && untold.length + plain.length > 0,
    isUntold,
    isAsked: isUntold && restore.disks.state === 'known',
  };
}

/** What is said of the encryption as it stands; undefined where its disks say it. */
export function encryptionWords({ openDisks: { plain } }: Restore, view: StepView, { isUntold }: EncryptionOffers): Message | undefined {
  if (isUntold) return undefined;
  if (view.state === 'done' && view.reason === null && plain.length > 0) return openDisks.asItWas;
  return (view.reason && BY_REASON[view.reason]) ?? TEXTS[view.state];
}

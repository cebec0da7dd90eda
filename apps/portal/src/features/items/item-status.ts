import type { Item, ItemDetails } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import type { FirstBackupFailure } from '../../azure/first-backup/first-backup-failures';
import { messages as firstBackup } from '../../azure/first-backup/messages';
import { standingMessages } from '../../words/standing-words';
import type { Message } from '../../language/messages';
import type { Status } from '../../words/status';
import { messages } from './messages';
import { own } from '../../api/own';

interface ItemStatus {
  /** What an address calls it by: Azure's own word where we know none. */
  id: string;
  status: Status;
  /** A text of ours, or Azure's own word where we know none. */
  word: Message | string;
}

const BY_BACKUP: Readonly<Record<string, ItemStatus>> = {
  Completed: { id: 'success', status: 'success', word: messages.success },
  Succeeded: { id: 'success', status: 'success', word: messages.success },
  Healthy: { id: 'success', status: 'success', word: messages.success },
  CompletedWithWarnings: { id: 'warnings', status: 'warning', word: messages.warnings },
  InProgress: { id: 'inProgress', status: 'in-progress', word: messages.inProgress },
  Failed: { id: 'failed', status: 'error', word: messages.failed },
  Unhealthy: { id: 'failed', status: 'error', word: messages.failed },
};

const BY_STATE = {
  deleted: { id: 'deleted', status: 'warning', word: messages.deleted },
  machineGone: { id: 'machineGone', status: 'error', word: standingMessages.machineGone },
  stopped: { id: 'stopped', status: 'warning', word: messages.stopped },
  suspended: { id: 'suspended', status: 'warning', word: messages.suspended },
  paused: { id: 'paused', status: 'warning', word: messages.paused },
  firstBackupFails: { id: 'firstBackupFails', status: 'warning', word: firstBackup.willFail },
  initialPending: { id: 'initialPending', status: 'warning', word: messages.initialPending },
  notBackedUp: { id: 'notBackedUp', status: 'unknown', word: messages.notBackedUp },
} as const satisfies Record<string, ItemStatus>;

const HALTED: Readonly<Record<string, ItemStatus>> = {
  ProtectionStopped: BY_STATE.stopped,
  BackupsSuspended: BY_STATE.suspended,
  ProtectionPaused: BY_STATE.paused,
};

/** What an address calls a status by, in words; of Azure's own it is the word. */
export const wordOfStatus = (id: string): ItemStatus['word'] =>
  [...Object.values<ItemStatus>(BY_STATE), ...Object.values(BY_BACKUP)].find((status) => status.id === id)?.word ?? id;

type StatusFacts = Pick<Item, 'protectionState' | 'lastBackupStatus' | 'deletedAt'> &
  Partial<Pick<ItemDetails, 'machine'>> & { firstBackupFailure?: FirstBackupFailure };

/** How the last backup went, in the words of the documentation; where none is to follow, that. */
export function itemStatus({ protectionState, lastBackupStatus, deletedAt, machine, firstBackupFailure }: StatusFacts): ItemStatus {
  if (deletedAt !== null) return BY_STATE.deleted;
  if (machine === 'gone') return BY_STATE.machineGone;
  if (!isBackedUp({ protectionState, deletedAt }))
    return own(HALTED, protectionState) ?? { id: protectionState, status: 'unknown', word: protectionState };
  if (firstBackupFailure !== undefined) return BY_STATE.firstBackupFails;
  if (protectionState === 'IRPending' && lastBackupStatus !== 'Failed') return BY_STATE.initialPending;
  if (lastBackupStatus === null || lastBackupStatus === '') return BY_STATE.notBackedUp;
  return own(BY_BACKUP, lastBackupStatus) ?? { id: lastBackupStatus, status: 'unknown', word: lastBackupStatus };
}

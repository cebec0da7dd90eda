import type { Item, ItemDetails } from '@tresor/contracts';
import type { Message } from '../../language/messages';
import type { Status } from '../../words/status';
import { messages } from './messages';
import { own } from '../../api/own';

export interface ItemStatus {
  status: Status;
  /** A text of ours, or Azure's own word where we know none. */
  word: Message | string;
}

const BY_BACKUP: Readonly<Record<string, ItemStatus>> = {
  Completed: { status: 'success', word: messages.success },
  Succeeded: { status: 'success', word: messages.success },
  Healthy: { status: 'success', word: messages.success },
  CompletedWithWarnings: { status: 'warning', word: messages.warnings },
  InProgress: { status: 'in-progress', word: messages.inProgress },
  Failed: { status: 'error', word: messages.failed },
  Unhealthy: { status: 'error', word: messages.failed },
};

type Told = Pick<Item, 'protectionState' | 'lastBackupStatus' | 'deletedAt'> & Partial<Pick<ItemDetails, 'machine'>>;

/** How the last backup went, in the words of the documentation. */
export function itemStatus({ protectionState, lastBackupStatus, deletedAt, machine }: Told): ItemStatus {
  if (deletedAt !== null) return { status: 'warning', word: messages.deleted };
  if (machine === 'gone') return { status: 'error', word: messages.machineGone };
  if (protectionState === 'ProtectionStopped') return { status: 'warning', word: messages.stopped };
  if (protectionState === 'IRPending' && lastBackupStatus !== 'Failed') return { status: 'warning', word: messages.initialPending };
  if (lastBackupStatus === null || lastBackupStatus === '') return { status: 'unknown', word: messages.notBackedUp };
  return own(BY_BACKUP, lastBackupStatus) ?? { status: 'unknown', word: lastBackupStatus };
}

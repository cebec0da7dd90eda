import type { Item, ItemDetails } from '@tresor/contracts';
import type { Message } from '../../language/messages';
import type { Status } from '../../words/status';
import { messages } from './messages';
import { own } from '../../api/own';

export interface ItemStatus {
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

type StatusFacts = Pick<Item, 'protectionState' | 'lastBackupStatus' | 'deletedAt'> & Partial<Pick<ItemDetails, 'machine'>>;

/** How the last backup went, in the words of the documentation. */
export function itemStatus({ protectionState, lastBackupStatus, deletedAt, machine }: StatusFacts): ItemStatus {
  if (deletedAt !== null) return { id: 'deleted', status: 'warning', word: messages.deleted };
  if (machine === 'gone') return { id: 'machineGone', status: 'error', word: messages.machineGone };
  if (protectionState === 'ProtectionStopped') return { id: 'stopped', status: 'warning', word: messages.stopped };
  if (protectionState === 'IRPending' && lastBackupStatus !== 'Failed')
    return { id: 'initialPending', status: 'warning', word: messages.initialPending };
  if (lastBackupStatus === null || lastBackupStatus === '') return { id: 'notBackedUp', status: 'unknown', word: messages.notBackedUp };
  return own(BY_BACKUP, lastBackupStatus) ?? { id: lastBackupStatus, status: 'unknown', word: lastBackupStatus };
}

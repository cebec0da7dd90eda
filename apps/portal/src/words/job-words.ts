import { defineMessages, type Message } from '../language/messages';
import type { Status } from './status';
import { own } from '../api/own';

const operations: Readonly<Record<string, Message>> = defineMessages({
  ConfigureBackup: { de: 'Sicherung konfigurieren', en: 'Configure backup' },
  Backup: { de: 'Sicherung', en: 'Backup' },
  Restore: { de: 'Wiederherstellen', en: 'Restore' },
  DisableBackup: { de: 'Sicherung beenden', en: 'Stop backup' },
  DeleteBackupData: { de: 'Sicherungsdaten löschen', en: 'Delete backup data' },
  Register: { de: 'Registrieren', en: 'Register' },
  Undelete: { de: 'Löschen rückgängig machen', en: 'Undelete' },
  ModifyPolicy: { de: 'Richtlinie ändern', en: 'Modify policy' },
  CrossRegionRestore: { de: 'Regionsübergreifend wiederherstellen', en: 'Cross region restore' },
  UnRegister: { de: 'Registrierung aufheben', en: 'Unregister' },
});

const statuses: Readonly<Record<string, Message>> = defineMessages({
  InProgress: { de: 'In Bearbeitung', en: 'In progress' },
  Completed: { de: 'Abgeschlossen', en: 'Completed' },
  Failed: { de: 'Fehler', en: 'Failed' },
  CompletedWithWarnings: { de: 'Abgeschlossen mit Warnungen', en: 'Completed with warnings' },
  Cancelled: { de: 'Abgebrochen', en: 'Cancelled' },
  Cancelling: { de: 'Wird abgebrochen', en: 'Cancelling' },
  NotStarted: { de: 'Nicht gestartet', en: 'Not started' },
  Skipped: { de: 'Übersprungen', en: 'Skipped' },
});

const tasks: Readonly<Record<string, Message>> = defineMessages({
  'Take Snapshot': { de: 'Momentaufnahme erstellen', en: 'Take snapshot' },
  'Transfer data to vault': { de: 'Daten in den Recovery Services-Tresor übertragen', en: 'Transfer data to vault' },
  'Transfer data from vault': { de: 'Daten aus dem Recovery Services-Tresor übertragen', en: 'Transfer data from vault' },
  'Create the restored virtual machine': { de: 'Virtuellen Computer erstellen', en: 'Create the restored virtual machine' },
});

const badges: Readonly<Record<string, Status>> = {
  InProgress: 'in-progress',
  Cancelling: 'in-progress',
  Completed: 'success',
  CompletedWithWarnings: 'warning',
  Cancelled: 'warning',
  Failed: 'error',
};

/** Azure's words in ours; a word that is not known stays as it is. */
export const operationWord = (operation: string): Message | string => own(operations, operation) ?? operation;
export const taskWord = (task: string): Message | string => own(tasks, task) ?? task;
export const statusWord = (status: string): Message | string => own(statuses, status) ?? status;
export const statusBadge = (status: string): Status => own(badges, status) ?? 'unknown';

export const isRunning = ({ status }: { status: string }): boolean => status === 'InProgress' || status === 'Cancelling';

const A_DAY_SECONDS = 86_400;

/** Jobs usually end within a day. */
export const takesLong = (job: { status: string; durationSeconds: number | null }): boolean =>
  isRunning(job) && (job.durationSeconds ?? 0) > A_DAY_SECONDS;

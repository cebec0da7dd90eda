import { nameOf } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../../language/messages';
import type { Status } from '../../../words/status';
import { own } from '../../../api/own';

const VAULT = 'microsoft.recoveryservices/vaults';
const ITEM = `${VAULT}/backupfabrics/protectioncontainers/protecteditems`;

/** Azure's actions, in small letters, in our words. */
const actions: Readonly<Record<string, Message>> = defineMessages({
  [`${VAULT}/write`]: { de: 'Recovery Services-Tresor anlegen oder ändern', en: 'Create or change the Recovery Services vault' },
  [`${VAULT}/delete`]: { de: 'Recovery Services-Tresor löschen', en: 'Delete the Recovery Services vault' },
  [`${VAULT}/backupstorageconfig/write`]: { de: 'Speicherreplikation ändern', en: 'Change the storage replication' },
  [`${VAULT}/backupstorageconfig/vaultstorageconfig/write`]: { de: 'Speicherreplikation ändern', en: 'Change the storage replication' },
  [`${VAULT}/backupconfig/write`]: { de: 'Vorläufiges Löschen einstellen', en: 'Set soft delete' },
  [`${VAULT}/backupconfig/vaultconfig/write`]: { de: 'Vorläufiges Löschen einstellen', en: 'Set soft delete' },
  [`${VAULT}/backuppolicies/write`]: { de: 'Sicherungsrichtlinie anlegen oder ändern', en: 'Create or change a backup policy' },
  [`${VAULT}/backuppolicies/delete`]: { de: 'Sicherungsrichtlinie löschen', en: 'Delete a backup policy' },
  [`${ITEM}/write`]: { de: 'Sicherung aktivieren, beenden oder fortsetzen', en: 'Enable, stop, or resume backup' },
  [`${ITEM}/delete`]: { de: 'Sicherungsdaten löschen', en: 'Delete backup data' },
  [`${ITEM}/backup/action`]: { de: 'Jetzt sichern', en: 'Backup now' },
  [`${ITEM}/recoverypoints/restore/action`]: { de: 'Datenträger wiederherstellen', en: 'Restore disks' },
  [`${VAULT}/backupvalidateoperation/action`]: { de: 'Wiederherstellung prüfen', en: 'Check a restore' },
  [`${VAULT}/backupjobs/cancel/action`]: { de: 'Sicherungsauftrag abbrechen', en: 'Cancel a backup job' },
  'microsoft.authorization/roleassignments/write': { de: 'Rolle zuweisen', en: 'Assign a role' },
  'microsoft.authorization/roleassignments/delete': { de: 'Rolle entziehen', en: 'Remove a role' },
});

const statuses: Readonly<Record<string, Message>> = defineMessages({
  Started: { de: 'Begonnen', en: 'Started' },
  Accepted: { de: 'Angenommen', en: 'Accepted' },
  Succeeded: { de: 'Erfolgreich', en: 'Succeeded' },
  Failed: { de: 'Fehler', en: 'Failed' },
});

const BADGES: Readonly<Record<string, Status>> = {
  Started: 'in-progress',
  Accepted: 'accepted',
  Succeeded: 'success',
  Failed: 'error',
};

/** A word that is not known stays as Azure gives it. */
export const actionWord = (action: string): Message | string => own(actions, action.toLowerCase()) ?? action;
export const statusWord = (status: string): Message | string => own(statuses, status) ?? status;
export const statusBadge = (status: string): Status => own(BADGES, status) ?? 'unknown';

/** Things of a vault that have names of their own; what lies below them, and all else of a vault, is named after them or after the vault. */
const NAMED = /\/(?:protectedItems|backupPolicies)\/([^/]+)|\/vaults\/([^/]+)/gi;

/** What a person calls the resource: the last name of its id; an item is named after its machine, and so is what belongs to it. */
export function resourceName(resourceId: string): string {
  const isOfVault = /\/providers\/Microsoft\.RecoveryServices\//i.test(resourceId);
  const name = isOfVault ? [...resourceId.matchAll(NAMED)].at(-1)?.slice(1).find(Boolean) : nameOf(resourceId);
  return name?.split(';').at(-1) ?? resourceId;
}

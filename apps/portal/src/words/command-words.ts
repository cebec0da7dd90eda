import type { CommandEnd, CommandName, CommandResult, RecordedCommand } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';
import type { Status } from './status';

/** What was asked for, as the buttons of the portal call it. */
export const commandWords: Readonly<Record<CommandName, Message>> = defineMessages({
  'vaults.create': { de: 'Recovery Services-Tresor erstellen', en: 'Create Recovery Services vault' },
  'vaults.configure': { de: 'Sicherungskonfiguration ändern', en: 'Change the backup configuration' },
  'vaults.delete': { de: 'Recovery Services-Tresor löschen', en: 'Delete Recovery Services vault' },
  'policies.create': { de: 'Sicherungsrichtlinie erstellen', en: 'Create backup policy' },
  'policies.update': { de: 'Sicherungsrichtlinie ändern', en: 'Change backup policy' },
  'policies.delete': { de: 'Sicherungsrichtlinie löschen', en: 'Delete backup policy' },
  'keyVaults.grant': { de: 'Sicherungsdienst zulassen', en: 'Give the Backup service access' },
  'keyVaults.undo': { de: 'Zugriff des Sicherungsdiensts zurücknehmen', en: 'Take back the access of the Backup service' },
  'protection.enable': { de: 'Sicherung aktivieren', en: 'Enable backup' },
  'protection.retry': { de: 'Sicherung erneut aktivieren', en: 'Enable backup again' },
  'items.backUpNow': { de: 'Jetzt sichern', en: 'Backup now' },
  'items.stop': { de: 'Sicherung beenden', en: 'Stop backup' },
  'items.resume': { de: 'Sicherung fortsetzen', en: 'Resume backup' },
  'items.undelete': { de: 'Löschen rückgängig machen', en: 'Undelete' },
  'restores.start': { de: 'Datenträger wiederherstellen', en: 'Restore disks' },
  'restores.restoreMissing': { de: 'Fehlende Datenträger wiederherstellen', en: 'Restore missing disks' },
  'restores.restoreKeys': { de: 'Schlüssel und Geheimnis zurückholen', en: 'Bring back key and secret' },
  'restores.createMachine': { de: 'Virtuellen Computer erstellen', en: 'Create virtual machine' },
  'restores.renewEncryption': { de: 'Verschlüsselung anwenden', en: 'Apply the encryption' },
  'restores.confirmPlainDisks': { de: 'Datenträger als unverschlüsselt bestätigen', en: 'Confirm disks as not encrypted' },
  'restores.protectRestored': { de: 'Wieder sichern', en: 'Protect again' },
  'restores.deleteFailedMachine': {
    de: 'Fehlgeschlagenen virtuellen Computer löschen',
    en: 'Delete the failed virtual machine',
  },
  'restores.removeLeftovers': { de: 'Schlüsseldateien löschen', en: 'Delete the key files' },
  'restores.removeSurplus': { de: 'Doppelte Datenträger löschen', en: 'Delete duplicate disks' },
  'restores.takeOver': { de: 'Einstellung übernehmen', en: 'Take over a setting' },
  'restores.discard': { de: 'Wiederherstellung verwerfen', en: 'Discard the restore' },
  'restores.putPlan': { de: 'Allein weiterlaufen lassen', en: 'Let it run alone' },
  'restores.stopPlan': { de: 'Selbst weitermachen', en: 'Take back control' },
  'recoveryPlans.put': { de: 'Wiederherstellungsplan speichern', en: 'Save the restore plan' },
  'recoveryPlans.remove': { de: 'Wiederherstellungsplan löschen', en: 'Delete the restore plan' },
  'recoveryPlans.approve': { de: 'Wiederherstellungsplan freigeben', en: 'Approve the restore plan' },
  'recoveryPlans.start': { de: 'Wiederherstellungsplan ausführen', en: 'Run the restore plan' },
  'recoveryPlans.pause': { de: 'Wiederherstellungsplan anhalten', en: 'Pause the restore plan' },
  'recoveryPlans.cancel': { de: 'Wiederherstellungsplan abbrechen', en: 'Cancel the restore plan' },
  'recoveryPlans.retry': { de: 'Offenes erneut versuchen', en: 'Retry what is open' },
  'recoveryPlans.takeOut': { de: 'Virtuellen Computer herausnehmen', en: 'Take a virtual machine out' },
  'recoveryPlans.rehearse': { de: 'Wiederherstellungsplan proben', en: 'Rehearse the restore plan' },
  'recoveryPlans.isolate': { de: 'Abgeschottetes Netzwerk anlegen', en: 'Create an isolated network' },
  'recoveryPlans.clear': { de: 'Probe wieder entfernen', en: 'Remove what the rehearsal created' },
  'resourceProviders.register': { de: 'Ressourcenanbieter registrieren', en: 'Register a resource provider' },
  'jobs.cancel': { de: 'Sicherungsauftrag abbrechen', en: 'Cancel the backup job' },
  'evidence.ofRestore': { de: 'Nachweis der Wiederherstellung erstellen', en: 'Draw evidence of the restore' },
  'evidence.ofPlan': { de: 'Nachweis des Wiederherstellungsplans erstellen', en: 'Draw evidence of the restore plan' },
  'audit.list': { de: 'Prüfprotokoll lesen', en: 'Read the audit log' },
  'audit.export': { de: 'Prüfprotokoll exportieren', en: 'Export the audit log' },
});

export const resultWords: Readonly<Record<CommandResult, Message>> = defineMessages({
  accepted: { de: 'Angenommen', en: 'Accepted' },
  done: { de: 'Erledigt', en: 'Done' },
  refused: { de: 'Abgelehnt', en: 'Refused' },
  'broken-off': { de: 'Nur teilweise ausgeführt', en: 'Carried out in part only' },
  'in-doubt': { de: 'Von Azure kam keine Antwort', en: 'Azure gave no answer' },
});

const ends: Readonly<Record<CommandEnd, Message>> = defineMessages({
  succeeded: { de: 'Erfolgreich', en: 'Succeeded' },
  failed: { de: 'Fehler', en: 'Failed' },
  cancelled: { de: 'Abgebrochen', en: 'Cancelled' },
});

export const noAnswer: Message = { de: 'Kein Ergebnis verzeichnet', en: 'No result on record' };

const RESULT_STATUS: Readonly<Record<CommandResult, Status>> = {
  accepted: 'accepted',
  done: 'success',
  refused: 'error',
  'broken-off': 'error',
  'in-doubt': 'unknown',
};

const END_STATUS: Readonly<Record<CommandEnd, Status>> = { succeeded: 'success', failed: 'error', cancelled: 'warning' };

interface CommandOutcomeWord {
  word: Message;
  status: Status;
}

/** What became of a command, as far as it is on record and may be seen. */
export function outcomeOf({ result, end }: Pick<RecordedCommand, 'result' | 'end'>): CommandOutcomeWord {
  if (end.state === 'known' && end.value !== null) return { word: ends[end.value.end], status: END_STATUS[end.value.end] };
  return result === null ? { word: noAnswer, status: 'unknown' } : { word: resultWords[result], status: RESULT_STATUS[result] };
}

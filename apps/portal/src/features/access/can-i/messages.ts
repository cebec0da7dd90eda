import type { StepId } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../../language/messages';
import { guardedSteps } from '../../../azure/guard/messages';
import { titles } from '../../../map/map';

export const messages = defineMessages({
  intro: {
    de: 'Was {name} in diesem Recovery Services-Tresor, im Abonnement und in den Schlüsseltresoren darf, Schritt für Schritt. Maßgeblich ist, was Azure dazu sagt.',
    en: 'What {name} can do in this Recovery Services vault, the subscription, and the key vaults, step by step. Azure has the final say.',
  },
  filter: { de: 'Schritte filtern', en: 'Filter steps' },
  step: { de: 'Schritt', en: 'Step' },
  journey: { de: 'Ablauf', en: 'Journey' },
  backup: { de: 'Sichern', en: 'Back up' },
  restore: { de: 'Wiederherstellen', en: 'Restore' },
  answer: titles.permissions,
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  notYet: { de: 'Noch nicht', en: 'Not yet' },
  allGiven: {
    de: 'Was noch nicht geht, ist Ihnen erteilt: Azure braucht bis zu zehn Minuten, bis es gilt.',
    en: 'You’ve been given what doesn’t work yet. It takes Azure up to ten minutes to take effect.',
  },
  notAsked: { de: 'Es gibt hier keinen Schlüsseltresor', en: 'There’s no key vault here' },
  needed: { de: 'Was nötig ist', en: 'What is needed' },
  neededFor: { de: 'Was nötig ist: {step}', en: 'What is needed: {step}' },
  held: { de: 'vorhanden', en: 'held' },
  heldByGroup: { de: 'vorhanden, über {groups}', en: 'held, through {groups}' },
  missing: { de: 'fehlt: {scopes}', en: 'missing: {scopes}' },
  given: { de: 'erteilt, gilt aber noch nicht: {scopes}', en: 'given, not in effect yet: {scopes}' },
  hidden: {
    de: 'nicht zu sehen: {scopes}. Das Verzeichnis zeigt Ihnen Ihre Gruppen nicht; eine davon kann das Recht haben.',
    en: 'can’t be seen: {scopes}. The directory doesn’t show you your groups; one of them may hold the right.',
  },
  guardUnseen: {
    de: 'nicht zu sehen. Ob ein Resource Guard dafür eine Genehmigung verlangt, sagt der Azure Backup-Dienst, und der antwortet in der Region des Recovery Services-Tresors nicht.',
    en: 'can’t be seen. Whether a Resource Guard requires an approval for this is told by the Azure Backup service, which isn’t responding in the vault’s region.',
  },
  unseen: { de: 'Nicht zu sehen', en: 'Can’t be seen' },
  role: { de: 'Kleinste Rolle an „{scope}“: {roles}', en: 'Smallest role on “{scope}”: {roles}' },
  noRole: {
    de: 'An „{scope}“ gibt das keine Rolle, sondern eine Zugriffsrichtlinie: {actions}',
    en: 'On “{scope}”, an access policy gives this, not a role: {actions}',
  },
  request: { de: 'Anfrage zum Weitersenden', en: 'Request to send on' },
  requestFor: { de: 'Für den Schritt', en: 'For the step' },
  allThere: { de: 'Ihnen fehlt nichts: Sie dürfen jeden Schritt gehen.', en: 'Nothing is missing: you can take every step.' },
  nothingMissing: {
    de: 'Soweit zu sehen ist, fehlt Ihnen nichts. Das Verzeichnis zeigt Ihnen aber Ihre Gruppen nicht.',
    en: 'As far as Tresor can see, nothing is missing. But the directory doesn’t show you your groups.',
  },
  ofCustomer: {
    de: 'Die Rechte, die Ihnen noch fehlen, lassen sich über Azure Lighthouse nicht übertragen. Diese Schritte kann nur der Kunde gehen.',
    en: 'No Azure Lighthouse delegation can hold the rights you’re still missing. Only the customer can do these steps.',
  },
  guardsUnseen: {
    de: 'Soweit zu sehen ist, fehlt Ihnen nichts. Ob ein Resource Guard für manche Schritte eine Genehmigung verlangt, ist aber nicht zu sehen, solange der Azure Backup-Dienst in der Region des Recovery Services-Tresors nicht antwortet.',
    en: 'As far as Tresor can see, nothing is missing. But as long as the Azure Backup service in the vault’s region isn’t responding, it can’t be seen whether a Resource Guard requires an approval for some of the steps.',
  },
  empty: { de: 'Es gibt keine Schritte.', en: 'There are no steps.' },
  refresh: { de: 'Erneut prüfen', en: 'Check again' },
});

export const requestMessages = defineMessages({
  greeting: {
    de: 'Hallo,\n\nin Azure Backup fehlen mir Rechte für „{step}“ (Recovery Services-Tresor „{vault}“). Bitte geben Sie mir:',
    en: 'Hello,\n\nIn Azure Backup, I’m missing rights for “{step}” (Recovery Services vault “{vault}”). Please give me:',
  },
  role: { de: '– die Rolle {roles} an {scope} (es fehlt: {actions})', en: '– the role {roles} on {scope} (missing: {actions})' },
  delegated: {
    de: '– in der Azure Lighthouse-Delegierung die Rolle {roles} an {scope} (es fehlt: {actions})',
    en: '– in the Azure Lighthouse delegation, the role {roles} on {scope} (missing: {actions})',
  },
  policy: { de: '– in der Zugriffsrichtlinie für mich an {scope}: {actions}', en: '– in the access policy for me on {scope}: {actions}' },
  signature: { de: 'Danke\n{name} ({username})', en: 'Thank you\n{name} ({username})' },
});

export const stepNames: Readonly<Record<StepId, Message>> = defineMessages({
  'open-vault': { de: 'Recovery Services-Tresor öffnen', en: 'Open the Recovery Services vault' },
  'create-vault': { de: 'Recovery Services-Tresor anlegen', en: 'Create a Recovery Services vault' },
  'create-group': { de: 'Ressourcengruppe anlegen', en: 'Create a resource group' },
  'delete-vault': { de: 'Recovery Services-Tresor löschen', en: 'Delete the Recovery Services vault' },
  'configure-vault': { de: 'Sicherungskonfiguration ändern', en: 'Change the backup configuration' },
  'choose-policy': { de: 'Sicherungsrichtlinie auswählen', en: 'Choose a backup policy' },
  'weaken-policy': guardedSteps['weaken-policy'],
  'turn-off-soft-delete': guardedSteps['turn-off-soft-delete'],
  'write-policy': { de: 'Sicherungsrichtlinie anlegen oder ändern', en: 'Create or change a backup policy' },
  'delete-policy': { de: 'Sicherungsrichtlinie löschen', en: 'Delete a backup policy' },
  'choose-machines': titles.selectMachines,
  'look-at-key-vault': { de: 'Schlüsseltresore ansehen', en: 'View the key vaults' },
  'grant-access': { de: 'Azure Backup Zugriff auf Schlüsseltresore erteilen', en: 'Grant Azure Backup access to key vaults' },
  'enable-backup': titles.protection,
  'back-up-now': titles.backupNow,
  'stop-backup': titles.stopBackup,
  'delete-backup-data': guardedSteps['delete-backup-data'],
  'resume-backup': titles.resumeBackup,
  undelete: titles.undelete,
  'cancel-job': { de: 'Sicherungsauftrag abbrechen', en: 'Cancel a backup job' },
  'read-activity': { de: 'Aktivitätsprotokoll lesen', en: 'Read the activity log' },
  'choose-point': { de: 'Wiederherstellungspunkt auswählen', en: 'Select a restore point' },
  'restore-disks': titles.disks,
  'restore-in-pair': { de: 'Datenträger in der gepaarten Region wiederherstellen', en: 'Restore disks in the paired region' },
  'restore-keys': { de: 'Schlüssel und Geheimnis zurückholen', en: 'Bring back the key and secret' },
  'recover-keys': { de: 'Gelöschte Schlüssel und Geheimnisse wiederherstellen', en: 'Recover deleted keys and secrets' },
  'renew-keys': {
    de: 'Deaktivierte oder abgelaufene Schlüssel und Geheimnisse gültig machen',
    en: 'Make disabled or expired keys and secrets valid',
  },
  'recover-key-vault': { de: 'Gelöschten Schlüsseltresor wiederherstellen', en: 'Recover a deleted key vault' },
  'open-key-vault': { de: 'Schlüsseltresor für die Datenträgerverschlüsselung freigeben', en: 'Enable a key vault for disk encryption' },
  'create-key-vault': { de: 'Schlüsseltresor anlegen', en: 'Create a key vault' },
  'find-vhds': { de: 'Wiederhergestellte VHD-Dateien finden', en: 'Find restored VHD files' },
  'create-machine': { de: 'Virtuellen Computer erstellen', en: 'Create the virtual machine' },
  'move-keys': { de: 'Datenträger auf zurückgeholte Schlüssel umstellen', en: 'Switch the disks to the keys brought back' },
  'move-vhd-keys': { de: 'VHD-Dateien auf zurückgeholte Schlüssel umstellen', en: 'Switch VHD files to the keys brought back' },
  'start-machine': { de: 'Virtuellen Computer erneut starten', en: 'Start the virtual machine again' },
  'delete-failed-machine': { de: 'Fehlgeschlagenen neuen virtuellen Computer löschen', en: 'Delete a failed new virtual machine' },
  'renew-encryption': { de: 'Verschlüsselung erneut anwenden', en: 'Apply the encryption again' },
  'protect-restored': { de: 'Wiederhergestellten Computer sichern', en: 'Back up the restored machine' },
  'restore-missing': { de: 'Fehlende Datenträger erneut wiederherstellen', en: 'Restore missing disks again' },
  'discard-restore': { de: 'Wiederherstellung verwerfen', en: 'Discard a restore' },
  'discard-key-vault': {
    de: 'Schlüsseltresor einer verworfenen Wiederherstellung endgültig löschen',
    en: 'Delete the key vault of a discarded restore for good',
  },
  'remove-leftovers': { de: 'Reste der Wiederherstellung löschen', en: 'Delete what a restore leaves behind' },
});

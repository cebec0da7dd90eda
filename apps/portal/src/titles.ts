import { defineMessages } from './i18n/messages';

/** Titles of blades as the trail and the browser's tab show them before the blade's own code is there. */
export const titles = defineMessages({
  vaults: { de: 'Recovery Services-Tresore', en: 'Recovery Services vaults' },
  backup: { de: 'Sicherung', en: 'Backup' },
  backupGoal: { de: 'Sicherungsziel', en: 'Backup Goal' },
  backupPolicy: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  newPolicy: { de: 'Neue Sicherungsrichtlinie', en: 'New backup policy' },
  selectMachines: { de: 'Virtuelle Computer auswählen', en: 'Select virtual machines' },
  protection: { de: 'Sicherung aktivieren', en: 'Enable backup' },
  items: { de: 'Sicherungselemente', en: 'Backup items' },
  backupNow: { de: 'Jetzt sichern', en: 'Backup now' },
  stopBackup: { de: 'Sicherung beenden', en: 'Stop backup' },
  resumeBackup: { de: 'Sicherung fortsetzen', en: 'Resume backup' },
  undelete: { de: 'Löschen rückgängig machen', en: 'Undelete' },
  jobs: { de: 'Sicherungsaufträge', en: 'Backup jobs' },
  job: { de: 'Sicherungsauftrag', en: 'Backup job' },
  settings: { de: 'Einstellungen', en: 'Settings' },
  notFound: { de: 'Seite nicht gefunden', en: 'Page not found' },
});

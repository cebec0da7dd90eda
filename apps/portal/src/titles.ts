import { defineMessages } from './i18n/messages';

/** Titles of blades as the trail and the browser's tab show them before the blade's own code is there. */
export const titles = defineMessages({
  vaults: { de: 'Recovery Services-Tresore', en: 'Recovery Services vaults' },
  items: { de: 'Sicherungselemente', en: 'Backup items' },
  jobs: { de: 'Sicherungsaufträge', en: 'Backup jobs' },
  job: { de: 'Sicherungsauftrag', en: 'Backup job' },
  settings: { de: 'Einstellungen', en: 'Settings' },
  notFound: { de: 'Seite nicht gefunden', en: 'Page not found' },
});

import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  nothingHere: {
    de: 'Unter dieser Adresse gibt es nichts. Vielleicht ist der Link veraltet oder unvollständig kopiert.',
    en: 'There’s nothing at this address. The link might be out of date or only partly copied.',
  },
  toHome: { de: 'Zur Startseite', en: 'Go to the home page' },
  intro: {
    de: 'Suchen Sie nach einem Wort aus der Meldung oder nach dem Code.',
    en: 'Search for a word from the message, or for the code.',
  },
  filter: { de: 'Meldungen und Codes durchsuchen', en: 'Search messages and codes' },
  refusal: { de: 'Was ist los?', en: 'What’s the problem?' },
  kind: { de: 'Wobei', en: 'While' },
  code: { de: 'Code', en: 'Code' },
  backup: { de: 'Sicherung', en: 'Backup' },
  restore: { de: 'Wiederherstellen', en: 'Restore' },
  choice: { de: 'Auswahl der virtuellen Computer', en: 'Selecting virtual machines' },
  portal: { de: 'Tresor und Azure', en: 'Tresor and Azure' },
  empty: { de: 'Es gibt keine Einträge.', en: 'There are no entries.' },
  cause: { de: 'Ursache', en: 'Cause' },
  remedy: { de: 'Abhilfe', en: 'Remedy' },
  note: { de: 'Hinweis', en: 'Note' },
  where: { de: 'Hier geht es weiter', en: 'Where to go next' },
  unknown: {
    de: 'Zu diesem Code gibt es keinen Eintrag. Suchen Sie in der Liste, oder melden Sie ihn mit der Korrelations-ID.',
    en: 'There’s no entry for this code. Search the list, or report it with the correlation ID.',
  },
});

export const tourMessages = defineMessages({
  intro: { de: 'Schritt für Schritt, mit Ihren eigenen Tresoren', en: 'Step by step, with your own vaults' },
  toTours: { de: 'Rundgänge', en: 'Tours' },
  steps: { de: '{count, number} Schritte.', en: '{count, number} steps.' },
  stoppedAt: {
    de: 'Sie sind bei Schritt {step, number} von {count, number}.',
    en: 'You’re at step {step, number} of {count, number}.',
  },
  begin: { de: 'Beginnen', en: 'Start' },
  goOn: { de: 'Fortsetzen', en: 'Continue' },
  beginAgain: { de: 'Von vorn', en: 'Start over' },
  isOpen: {
    de: 'Der Rundgang ist offen. Sie finden ihn unten auf der Seite.',
    en: 'The tour is open. You find it at the bottom of the page.',
  },
});

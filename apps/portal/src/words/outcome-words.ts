import { defineMessages } from '../language/messages';

export const outcomeWords = defineMessages({
  checking: {
    de: 'Azure hat noch nicht bestätigt, dass der Vorgang läuft. Er wird bis {time} geprüft; starten Sie ihn bis dahin nicht anderswo noch einmal.',
    en: 'Azure hasn’t confirmed yet that this is running. Tresor checks until {time}. Don’t start it again elsewhere before then.',
  },
  notStarted: {
    de: 'Nicht gestartet: Azure kennt diesen Vorgang nicht, und es wurde nichts begonnen. Versuchen Sie es noch einmal.',
    en: 'Not started: Azure doesn’t know this operation, and nothing was started. Try again.',
  },
});

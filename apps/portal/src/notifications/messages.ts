import { defineMessages } from '../language/messages';

export const messages = defineMessages({
  notifications: { de: 'Benachrichtigungen', en: 'Notifications' },
  unread: { de: 'Benachrichtigungen, {count} ungelesen', en: 'Notifications, {count} unread' },
  none: { de: 'Keine Benachrichtigungen', en: 'No notifications' },
  dismissFinished: { de: 'Abgeschlossene entfernen', en: 'Dismiss finished' },
  dismiss: { de: '{title} entfernen', en: 'Dismiss {title}' },
  show: { de: 'Anzeigen', en: 'Show' },
  ask: { de: 'Auch der Browser soll sich melden', en: 'Also notify me in the browser' },
  granted: {
    de: 'Auch der Browser meldet sich, wenn Sie gebraucht werden, solange ein Fenster von Tresor geöffnet ist.',
    en: 'The browser also notifies you when you’re needed, as long as a Tresor window is open.',
  },
  denied: {
    de: 'Der Browser darf sich nicht melden. Erlauben können Sie es in seinen Einstellungen für diese Website.',
    en: 'The browser isn’t allowed to notify you. You can allow it in its settings for this site.',
  },
  unanswered: {
    de: 'Der Browser hat nicht gefragt, oder seine Frage blieb offen. Versuchen Sie es noch einmal, oder erlauben Sie es in seinen Einstellungen für diese Website.',
    en: 'The browser didn’t ask, or its question wasn’t answered. Try again, or allow it in its settings for this site.',
  },
  unsupported: {
    de: 'Dieser Browser kann sich hier nicht melden. Was es Neues gibt, steht hinter der Glocke.',
    en: 'This browser can’t notify you here. What’s new is behind the bell.',
  },
});

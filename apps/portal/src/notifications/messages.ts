import { defineMessages } from '../language/messages';

export const messages = defineMessages({
  notifications: { de: 'Benachrichtigungen', en: 'Notifications' },
  unread: { de: 'Benachrichtigungen, {count} ungelesen', en: 'Notifications, {count} unread' },
  none: { de: 'Keine Benachrichtigungen', en: 'No notifications' },
  dismissFinished: { de: 'Abgeschlossene entfernen', en: 'Dismiss finished' },
  dismiss: { de: '{title} entfernen', en: 'Dismiss {title}' },
  show: { de: 'Anzeigen', en: 'Show' },
});

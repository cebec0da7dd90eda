import { defineMessages } from '../../language/messages';

/** What a vault has of a machine. */
export const protectionMessages = defineMessages({
  protected: { de: 'geschützt von {vault}', en: 'protected by {vault}' },
  stopped: {
    de: 'Die Sicherung in {vault} ist beendet oder angehalten. Setzen Sie sie dort fort.',
    en: 'Backup in {vault} is stopped or paused. Resume it there.',
  },
  deleted: {
    de: 'Die gelöschte Sicherung liegt noch in {vault}. Machen Sie das Löschen dort rückgängig.',
    en: 'The deleted backup is still in {vault}. Undelete it there.',
  },
});

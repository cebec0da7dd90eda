import type { GuardedStep } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../language/messages';

export const messages = defineMessages({
  title: { de: 'Mehrbenutzerautorisierung', en: 'Multi-user authorization' },
  guarded: {
    de: 'Diesen Recovery Services-Tresor schützt der Resource Guard „{guard}“.',
    en: 'This Recovery Services vault is protected by Resource Guard “{guard}”.',
  },
  held: { de: 'Sie haben dieses Recht; es wird beim Ausführen verwendet.', en: 'You have this right. It’s used when you go ahead.' },
  heldUntil: {
    de: 'Sie haben dieses Recht bis {time}; es wird beim Ausführen verwendet.',
    en: 'You have this right until {time}. It’s used when you go ahead.',
  },
  lacking: { de: 'Dieses Recht fehlt Ihnen.', en: 'You don’t have this right.' },
  waiting: {
    de: 'Ihre Anfrage vom {time} wartet auf Genehmigung.',
    en: 'Your request from {time} is waiting for approval.',
  },
  givers: { de: 'Die Rolle geben können: {names}.', en: 'The role can be given by: {names}.' },
  giversUnseen: { de: 'Wer die Rolle geben kann, ist für Sie nicht zu sehen.', en: 'You can’t see who can give the role.' },
  giverOfDelegation: {
    de: 'Geben kann Ihnen die Rolle nur der Kunde, mit der Azure Lighthouse-Delegierung.',
    en: 'Only the customer can give you the role, in the Azure Lighthouse delegation.',
  },
  activate: {
    de: 'Anfordern können Sie sie im Azure-Portal unter „Privileged Identity Management“ > „Meine Rollen“ > „Azure-Ressourcen“. Je nach Einstellung muss das jemand genehmigen.',
    en: 'You can request it in the Azure portal under “Privileged Identity Management” > “My roles” > “Azure resources”. Depending on its settings, someone has to approve it.',
  },
  note: { de: 'Hinweis am Resource Guard: „{note}“', en: 'Note on the Resource Guard: “{note}”' },
  request: { de: 'Anfrage zum Weitersenden', en: 'Request to send on' },
  checkAgain: { de: 'Erneut prüfen', en: 'Check again' },
});

/** What the signed-in person needs, by what it is for. */
export const needs: Readonly<Record<GuardedStep, Message>> = defineMessages({
  'stop-backup': {
    de: 'Um die Sicherung zu beenden, brauchen Sie auch ein Recht an ihm (Rolle Backup MUA Operator).',
    en: 'To stop backup, you also need a right on it (role Backup MUA Operator).',
  },
  'delete-backup-data': {
    de: 'Um Sicherungsdaten zu löschen, brauchen Sie auch ein Recht an ihm (Rolle Backup MUA Operator).',
    en: 'To delete backup data, you also need a right on it (role Backup MUA Operator).',
  },
  'weaken-policy': {
    de: 'Um Wiederherstellungspunkte kürzer aufzubewahren oder seltener zu sichern, brauchen Sie auch ein Recht an ihm (Rolle Backup MUA Operator).',
    en: 'To keep recovery points for less time or back up less often, you also need a right on it (role Backup MUA Operator).',
  },
  'turn-off-soft-delete': {
    de: 'Um das vorläufige Löschen zu deaktivieren, brauchen Sie auch ein Recht an ihm (Rolle Backup MUA Operator).',
    en: 'To turn off soft delete, you also need a right on it (role Backup MUA Operator).',
  },
});

/** What is done, as the name of a step. */
export const guardedSteps: Readonly<Record<GuardedStep, Message>> = defineMessages({
  'stop-backup': { de: 'Sicherung beenden', en: 'Stop backup' },
  'delete-backup-data': { de: 'Sicherungsdaten löschen', en: 'Delete backup data' },
  'weaken-policy': {
    de: 'Kürzer aufbewahren oder seltener sichern (Sicherungsrichtlinie)',
    en: 'Keep for less time or back up less often (backup policy)',
  },
  'turn-off-soft-delete': { de: 'Vorläufiges Löschen deaktivieren', en: 'Turn off soft delete' },
});

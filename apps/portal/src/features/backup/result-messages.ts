import { defineMessages } from '../../language/messages';

export const resultMessages = defineMessages({
  label: { de: 'Ergebnis je virtuellem Computer', en: 'Result per virtual machine' },
  filter: { de: 'Elemente filtern', en: 'Filter items' },
  empty: { de: 'Keine virtuellen Computer.', en: 'No virtual machines.' },
  name: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  result: { de: 'Ergebnis', en: 'Result' },
  agent: { de: 'VM-Agent', en: 'VM agent' },
  job: { de: 'Auftrag', en: 'Job' },
  openJob: { de: 'Auftrag öffnen', en: 'Open job' },
  noJob: { de: '–', en: '–' },
  waiting: { de: 'Wartet', en: 'Waiting' },
  validating: { de: 'Wird überprüft', en: 'Being checked' },
  enabling: { de: 'Wird aktiviert', en: 'Being enabled' },
  protected: { de: 'Geschützt', en: 'Protected' },
  refused: { de: 'Abgelehnt, nichts geändert', en: 'Refused, nothing changed' },
  failed: { de: 'Fehlgeschlagen', en: 'Failed' },
  unknown: { de: 'Noch nicht bestätigt, wird geprüft', en: 'Not confirmed yet, checking' },
  checkedUntil: { de: 'Wird bis {time} geprüft.', en: 'Checking until {time}.' },
  notStarted: { de: 'Nicht gestartet, bitte wiederholen', en: 'Not started, please try again' },
  toHelp: { de: 'Mehr dazu in der Problembehandlung', en: 'More in troubleshooting' },
  code: { de: 'Azure-Code: {code}', en: 'Azure code: {code}' },
  unknownReason: {
    de: 'Azure nennt einen Grund, den Tresor nicht kennt.',
    en: 'Azure gives a reason that Tresor doesn’t know.',
  },
  running: {
    de: '{done, number} von {total, number} fertig. Sie können das hier schließen, die Aktivierung läuft weiter.',
    en: '{done, number} of {total, number} done. You can close this; enabling continues.',
  },
  allProtected: {
    de: '{total, plural, one {Der virtuelle Computer ist} =2 {Beide virtuellen Computer sind} other {Alle # virtuellen Computer sind}} der Richtlinie {policy} zugeordnet.',
    en: '{total, plural, one {The virtual machine is} =2 {Both virtual machines are} other {All # virtual machines are}} assigned to the policy {policy}.',
  },
  someProtected: {
    de: '{done, plural, one {# von {total, number} virtuellen Computern ist} other {# von {total, number} virtuellen Computern sind}} der Richtlinie {policy} zugeordnet. Wo nicht, steht der Grund in der Liste.',
    en: '{done, plural, one {# of {total, number} virtual machines is} other {# of {total, number} virtual machines are}} assigned to the policy {policy}. Where it isn’t, the list gives the reason.',
  },
  noneProtected: {
    de: '{total, plural, one {Der virtuelle Computer konnte nicht geschützt werden. Der Grund steht in der Liste.} =2 {Keiner der beiden virtuellen Computer konnte geschützt werden. Die Gründe stehen in der Liste.} other {Keiner der # virtuellen Computer konnte geschützt werden. Die Gründe stehen in der Liste.}}',
    en: '{total, plural, one {The virtual machine couldn’t be protected. The list gives the reason.} =2 {Neither of the virtual machines could be protected. The list gives the reasons.} other {None of the # virtual machines could be protected. The list gives the reasons.}}',
  },
  retry: { de: 'Fehlgeschlagene wiederholen', en: 'Retry the failed ones' },
  retrying: { de: 'Wird wiederholt …', en: 'Trying again…' },
  policyGone: {
    de: 'Die Sicherungsrichtlinie „{policy}“ wurde gelöscht. Wählen Sie für {count, plural, one {den virtuellen Computer, der nicht geschützt wurde,} other {die # virtuellen Computer, die nicht geschützt wurden,}} eine andere aus.',
    en: 'The backup policy “{policy}” was deleted. Choose another one for {count, plural, one {the virtual machine that wasn’t protected} other {the # virtual machines that weren’t protected}}.',
  },
  otherPolicy: { de: 'Andere Richtlinie auswählen', en: 'Choose another policy' },
  close: { de: 'Schließen', en: 'Close' },
  grantIn: { de: 'Zugriff auf {name} erteilen oder anfragen', en: 'Grant or request access to {name}' },
  noPoint: { de: 'Noch kein Wiederherstellungspunkt', en: 'No recovery point yet' },
  noPointText: {
    de: 'Geschützt heißt: die Richtlinie ist zugeordnet. Gesichert ist noch nichts; wiederherstellen können Sie erst nach der ersten Sicherung.',
    en: 'Protected means: the policy is assigned. Nothing is backed up yet; you can restore only after the first backup.',
  },
  untilThen: {
    de: 'Bis dahin zeigt das Sicherungselement „Warnung (anfängliche Sicherung steht aus)“.',
    en: 'Until then the backup item shows “Warning (Initial backup pending)”.',
  },
  somePoints: {
    de: '{done, plural, one {# von {total, number} virtuellen Computern hat} other {# von {total, number} virtuellen Computern haben}} schon einen Wiederherstellungspunkt.',
    en: '{done, plural, one {# of {total, number} virtual machines already has} other {# of {total, number} virtual machines already have}} a recovery point.',
  },
  nextRun: {
    de: 'Die Richtlinie {policy} sichert das nächste Mal am {moment}. Geplant ist {time} in der Zeitzone {zone}.',
    en: 'The policy {policy} takes its next backup on {moment}. It is scheduled for {time} in the time zone {zone}.',
  },
  nextStep: { de: 'Nächster Schritt: Jetzt sichern', en: 'Next step: Backup now' },
  nextStepText: {
    de: 'Warten Sie nicht auf den Zeitplan: öffnen Sie die Sicherungselemente und starten Sie dort mit „Jetzt sichern“ die erste Sicherung.',
    en: 'Don’t wait for the schedule. Open the backup items and start the first backup there with “Backup now”.',
  },
  mendFirst: { de: 'Nächster Schritt: die erste Sicherung möglich machen', en: 'Next step: make the first backup possible' },
  mendFirstText: {
    de: 'Beheben Sie, was die Liste nennt. Starten Sie danach mit „Jetzt sichern“ in den Sicherungselementen die erste Sicherung.',
    en: 'Put right what the list names. Then start the first backup with “Backup now” in the backup items.',
  },
  whichVault: { de: 'Zeigen, welcher Recovery Services-Tresor ihn sichert', en: 'Show which vault backs it up' },
  toItems: { de: 'Sicherungselemente öffnen', en: 'Open backup items' },
  toJobs: { de: 'Sicherungsaufträge öffnen', en: 'Open backup jobs' },
  noticeRunning: { de: 'Sicherung für {vault} wird aktiviert', en: 'Enabling backup in {vault}' },
  noticeDone: { de: 'Sicherung für {vault} ist aktiviert', en: 'Backup in {vault} is enabled' },
  noticePartly: { de: 'Sicherung für {vault} ist teilweise aktiviert', en: 'Backup in {vault} is partly enabled' },
  noticeFailed: { de: 'Sicherung für {vault} wurde nicht aktiviert', en: 'Backup in {vault} wasn’t enabled' },
  noticeGone: { de: 'Sicherung für {vault}: Vorgang nicht mehr bekannt', en: 'Backup in {vault}: operation no longer known' },
  noticeGoneBody: {
    de: 'Was aus den virtuellen Computern wurde, steht in den Sicherungsaufträgen des Tresors.',
    en: 'To see what happened to the virtual machines, check the vault’s backup jobs.',
  },
  noticeCount: {
    de: '{done, number} von {total, number} virtuellen Computern geschützt',
    en: '{done, number} of {total, number} virtual machines protected',
  },
  noticeWillFail: {
    de: 'Sicherung für {vault} ist aktiviert, erste Sicherung schlägt fehl',
    en: 'Backup in {vault} is enabled, first backup will fail',
  },
  noticeWillFailCount: {
    de: '{count, number} von {total, number} virtuellen Computern: {why}',
    en: '{count, number} of {total, number} virtual machines: {why}',
  },
});

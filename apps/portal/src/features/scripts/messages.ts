import type { Dialect, Refusal } from '@tresor/scripts';
import { defineMessages, type Message } from '../../language/messages';
import { shellNames } from '../../words/shells';

export const messages = defineMessages({
  copy: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Das Skript ist in der Zwischenablage.', en: 'The script is on the clipboard.' },
  notCopied: {
    de: 'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie das Skript und kopieren Sie es mit der Tastatur.',
    en: 'The browser didn’t allow copying. Select the script and copy it with the keyboard.',
  },
  download: { de: 'Herunterladen', en: 'Download' },
  noScript: { de: 'Es gibt kein Skript.', en: 'There’s no script.' },
  only2017: {
    de: 'nur mit dem Regelstand Januar 2017, der in den Einstellungen gewählt wird',
    en: 'only with the January 2017 rules, which you choose in the settings',
  },
  planToday: {
    de: 'für einen ganzen Plan gibt es nur Skripts mit den heutigen Modulen',
    en: 'for a whole plan, there are only scripts with today’s modules',
  },
  tooLong: {
    de: 'Das Skript ist zu lang, um es hier zu zeigen. Laden Sie es herunter.',
    en: 'The script is too long to show here. Download it.',
  },
  does: { de: 'Was das Skript tut', en: 'What the script does' },
  text: { de: 'Das Skript', en: 'The script' },
  toKnow: { de: 'Gut zu wissen', en: 'Good to know' },
  rights: {
    de: 'Das Skript meldet sich als die Person an, die es ausführt, und kann, was sie darf. Schlüssel und Geheimnis stehen nicht darin: Es holt sie, wenn es läuft, und gibt sie nicht aus.',
    en: 'The script signs in as the person who runs it and can do what they can. It doesn’t contain the key and secret: it gets them when it runs and doesn’t print them.',
  },
  whoRuns: { de: 'Wer es ausführen kann', en: 'Who can run it' },
  byCustomer: {
    de: 'Im Abonnement „{subscription}“ kann nur der Kunde das Skript ausführen: Es braucht dort Rechte, die sich über Azure Lighthouse nicht übertragen lassen.',
    en: 'In the subscription “{subscription}”, only the customer can run the script: it needs rights there that no Azure Lighthouse delegation can hold.',
  },
  notDelegable: { de: 'nicht über Azure Lighthouse übertragbar', en: 'not in an Azure Lighthouse delegation' },
  stops: {
    de: 'Es hält beim ersten Fehler an. Die Prüfungen vorab (Rechte, Kontingent, Größe, Subnetz), der Fortschritt und die Übergabe an Kolleginnen und Kollegen gibt es nur im Portal.',
    en: 'It stops at the first error. Only the portal has checks beforehand (rights, quota, size, subnet), progress, and handover to colleagues.',
  },
  again: {
    de: 'Die Datenträger dieser Wiederherstellung gibt es schon. Das Skript stellt sie noch einmal wieder her.',
    en: 'This restore’s disks already exist. The script restores them again.',
  },
  earlier: { de: 'Vorher kommt: {step}.', en: 'Do this first: {step}.' },
  step: { de: 'Schritt', en: 'Step' },
  journey: { de: 'Alle Schritte in einem Skript', en: 'All steps in one script' },
  keyVault: { de: 'Schlüsseltresor für das, was fehlt', en: 'Key vault for what’s missing' },
  newKeyVault: { de: 'Neuer Schlüsseltresor {name}', en: 'New key vault {name}' },
  notNeeded: {
    de: 'Bei dieser Wiederherstellung ist der Schritt nicht nötig: Die Datenträger sind nicht verschlüsselt.',
    en: 'This restore doesn’t need the step: its disks aren’t encrypted.',
  },
  removed: {
    de: 'Alles, was diese Probe angelegt hatte, ist wieder entfernt. Ein Skript hätte hier nichts zu tun.',
    en: 'Everything that this rehearsal had created was removed again. A script has nothing to do here.',
  },
  pointFirst: {
    de: 'Wählen Sie zuerst Wiederherstellungspunkt und Wiederherstellungskonfiguration.',
    en: 'Choose the restore point and restore configuration first.',
  },
  thenRestores: {
    de: 'Danach geht es unter „Wiederherstellungen“ weiter: Jeder weitere Schritt hat dort sein eigenes Skript, oder eines macht alle.',
    en: 'Then continue under “Restores”: each further step has its own script there, or one script does them all.',
  },
  chooseFirst: {
    de: 'Wählen Sie zuerst Richtlinie und virtuelle Computer.',
    en: 'Choose the policy and virtual machines first.',
  },
  agentChecked: {
    de: 'Ob der VM-Agent bereit ist und der Sicherungsdienst die Schlüsseltresore lesen darf, prüft nur das Portal.',
    en: 'Only the portal checks whether the VM agent is ready and the Backup service can read the key vaults.',
  },
});

export const dialectNames: Record<Dialect, Message> = {
  az: shellNames.az,
  Az: shellNames.powershell,
  AzureRM: { de: 'PowerShell, Module AzureRM von Januar 2017', en: 'PowerShell, AzureRM modules from January 2017' },
};

export const refusals: Record<Refusal, Message> = {
  'system-unknown': { de: 'Das Betriebssystem ist nicht bekannt.', en: 'The operating system isn’t known.' },
  'keys-unknown': {
    de: 'Die Sicherung nennt Schlüssel und Geheimnis nicht mit ihrer Version.',
    en: 'The backup doesn’t give the versions of the key and secret.',
  },
  'account-gone': { de: 'Das Speicherkonto gibt es nicht mehr.', en: 'The storage account no longer exists.' },
  'point-unknown': { de: 'Den Wiederherstellungspunkt gibt es nicht mehr.', en: 'The recovery point no longer exists.' },
  'disks-hidden': {
    de: 'Die wiederhergestellten Datenträger sind noch nicht da oder für Sie nicht zu sehen.',
    en: 'The restored disks aren’t there yet, or you can’t see them.',
  },
  'none-left': {
    de: 'Keinen virtuellen Computer dieses Plans kann ein Skript zurückholen.',
    en: 'A script can’t bring back any of this plan’s virtual machines.',
  },
  'not-in-2017': {
    de: 'Verwaltete Datenträger, Verschlüsselung ohne Entra-Anwendung und Sicherungen mit BEK allein gab es im Januar 2017 nicht.',
    en: 'Managed disks, encryption without an Entra application, and backups with only a BEK didn’t exist in January 2017.',
  },
  'pair-by-az-only': {
    de: 'Für die gepaarte Region gibt es das Skript nur für die Azure CLI.',
    en: 'For the paired region, the script is available for the Azure CLI only.',
  },
  'not-protected-in-pair': {
    de: 'Dieser Recovery Services-Tresor sichert in der gepaarten Region nichts. Sichern Sie den virtuellen Computer mit einem Tresor in seiner Region.',
    en: 'This Recovery Services vault backs up nothing in the paired region. Back up the virtual machine with a vault in its region.',
  },
  unwritable: {
    de: 'Ein Name enthält Zeichen, die in keinem Skript stehen dürfen.',
    en: 'A name contains characters that aren’t allowed in scripts.',
  },
  unfit: {
    de: 'Eine Angabe fehlt, oder eine URL hat keine Version.',
    en: 'Something is missing, or a URL has no version.',
  },
};

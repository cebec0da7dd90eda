import type { Dialect, Refusal } from '@tresor/scripts';
import { defineMessages, type Message } from '../../i18n/messages';

export const messages = defineMessages({
  copy: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Das Skript ist in der Zwischenablage.', en: 'The script is in the clipboard.' },
  notCopied: {
    de: 'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie das Skript und kopieren Sie es mit der Tastatur.',
    en: 'The browser did not allow copying. Select the script and copy it with the keyboard.',
  },
  download: { de: 'Herunterladen', en: 'Download' },
  noScript: { de: 'Es gibt kein Skript.', en: 'There is no script.' },
  dialect: { de: 'Sprache des Skripts', en: 'Language of the script' },
  only2017: {
    de: 'nur mit dem Regelstand Januar 2017, der in den Einstellungen gewählt wird',
    en: 'only with the rules of January 2017, which are chosen in the settings',
  },
  does: { de: 'Was das Skript tut', en: 'What the script does' },
  text: { de: 'Das Skript', en: 'The script' },
  toKnow: { de: 'Gut zu wissen', en: 'Good to know' },
  rights: {
    de: 'Das Skript meldet sich als Sie an und kann, was Sie dürfen. Schlüssel und Geheimnis stehen nicht darin: Es holt sie, wenn es läuft, und gibt sie nicht aus.',
    en: 'The script signs in as you and can do what you may. Key and secret are not in it: it fetches them when it runs, and does not print them.',
  },
  stops: {
    de: 'Es hält beim ersten Fehler an. Die Prüfungen vorab (Rechte, Kontingent, Größe, Subnetz), der Fortschritt und die Übergabe an Kolleginnen und Kollegen gibt es nur im Portal.',
    en: 'It stops at the first failure. The checks beforehand (rights, quota, size, subnet), the progress and handing over to a colleague exist only in the portal.',
  },
  again: {
    de: 'Die Datenträger dieser Wiederherstellung gibt es schon. Das Skript stellt sie noch einmal wieder her.',
    en: 'The disks of this restore exist already. The script restores them once more.',
  },
  earlier: { de: 'Vorher kommt: {step}.', en: 'Before it comes: {step}.' },
  step: { de: 'Schritt', en: 'Step' },
  journey: { de: 'Alle Schritte in einem Skript', en: 'All steps in one script' },
  keyVault: { de: 'Wohin, was fehlt', en: 'Where to, for what is missing' },
  newKeyVault: { de: 'Neuer Schlüsseltresor {name}', en: 'New key vault {name}' },
  notNeeded: {
    de: 'Bei dieser Wiederherstellung ist der Schritt nicht nötig: Die Datenträger sind nicht verschlüsselt.',
    en: 'This restore does not need the step: its disks are not encrypted.',
  },
  pointFirst: {
    de: 'Wählen Sie zuerst Wiederherstellungspunkt und Wiederherstellungskonfiguration.',
    en: 'Choose restore point and restore configuration first.',
  },
  thenRestores: {
    de: 'Danach geht es unter „Wiederherstellungen“ weiter: Jeder weitere Schritt hat dort sein eigenes Skript, oder eines macht alle.',
    en: 'It goes on under “Restores” afterwards: there each further step has a script of its own, or one does them all.',
  },
  chooseFirst: {
    de: 'Wählen Sie zuerst Richtlinie und virtuelle Computer.',
    en: 'Choose policy and virtual machines first.',
  },
  agentChecked: {
    de: 'Ob der VM-Agent bereit ist und der Sicherungsdienst die Schlüsseltresore lesen darf, prüft nur das Portal.',
    en: 'Whether the VM agent is ready and the Backup service may read the key vaults is checked by the portal only.',
  },
});

export const dialectNames: Record<Dialect, Message> = {
  az: { de: 'Azure CLI (az) in bash', en: 'Azure CLI (az) in bash' },
  Az: { de: 'PowerShell, Module Az', en: 'PowerShell, Az modules' },
  AzureRM: { de: 'PowerShell, Module AzureRM von Januar 2017', en: 'PowerShell, AzureRM modules of January 2017' },
};

export const refusals: Record<Refusal, Message> = {
  'system-unknown': { de: 'Das Betriebssystem ist nicht bekannt.', en: 'The operating system is not known.' },
  'keys-unknown': {
    de: 'Die Sicherung nennt Schlüssel und Geheimnis nicht mit ihrer Version.',
    en: 'The backup does not name key and secret with their version.',
  },
  'account-gone': { de: 'Das Speicherkonto gibt es nicht mehr.', en: 'The storage account is gone.' },
  'point-unknown': { de: 'Den Wiederherstellungspunkt gibt es nicht mehr.', en: 'The recovery point is gone.' },
  'disks-hidden': {
    de: 'Die wiederhergestellten Datenträger sind noch nicht da oder für Sie nicht zu sehen.',
    en: 'The restored disks are not there yet, or you cannot see them.',
  },
  'not-in-2017': {
    de: 'Verwaltete Datenträger, Verschlüsselung ohne Entra-Anwendung und Sicherungen mit BEK allein gab es im Januar 2017 nicht.',
    en: 'In January 2017 there were no managed disks, no encryption without an Entra application and no backups of a BEK alone.',
  },
  unwritable: {
    de: 'Ein Name enthält Zeichen, die in keinem Skript stehen dürfen.',
    en: 'A name holds characters that no script may hold.',
  },
  unfit: {
    de: 'Eine Angabe fehlt, oder eine URL hat keine Version.',
    en: 'Something is missing, or a URL has no version.',
  },
};

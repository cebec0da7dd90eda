import type { StepReason } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const triedMessages = defineMessages({
  heading: { de: 'Das wurde schon versucht und hat nicht geholfen', en: 'This was already tried and didn’t help' },
  untold: { de: 'Azure nennt keinen Grund.', en: 'Azure doesn’t give a reason.' },
  code: { de: 'Code von Azure: {code}', en: 'Azure code: {code}' },
  gone: { de: 'Nicht mehr da:', en: 'No longer there:' },
  disks: { de: 'Nicht als verschlüsselt gemeldet:', en: 'Not reported as encrypted:' },
  instead: { de: 'Was jetzt zu tun ist', en: 'What to do now' },
  confirm: { de: 'Die Ursache ist behoben. Noch einmal versuchen.', en: 'The cause is fixed. Try again.' },
  confirmFirst: {
    de: 'Unverändert führt es zum selben Ergebnis. Beheben Sie zuerst die Ursache und bestätigen Sie das.',
    en: 'Without a change, the result will be the same. Fix the cause first and confirm it.',
  },
});

const NOTHING_TO_DO: Message = {
  de: 'Sehen Sie sich den Sicherungsauftrag an; dort steht alles, was Azure dazu sagt.',
  en: 'Check the backup job: it shows everything Azure says about it.',
};

/** What to do instead of trying the same again, by why a step stands as failed. */
const INSTEAD: Partial<Record<StepReason, Message[]>> = {
  'disks-failed': [
    NOTHING_TO_DO,
    {
      de: 'Stellen Sie die Datenträger dann noch einmal wieder her: mit einem anderen Wiederherstellungspunkt oder in ein anderes Speicherkonto.',
      en: 'Then restore the disks again: from another restore point or to another storage account.',
    },
  ],
  'machine-failed': [
    {
      de: 'Nennt Azure einen Schlüssel oder ein Geheimnis: Prüfen Sie im Schritt „Schlüssel und Geheimnis“, ob beides da ist, und ob der Schlüsseltresor für die Datenträgerverschlüsselung freigegeben ist.',
      en: 'If Azure names a key or secret: in the step for key and secret, check that both are there and that the key vault is enabled for disk encryption.',
    },
    {
      de: 'Nennt Azure Größe, Kontingent oder Netzwerk: Löschen Sie hier den fehlgeschlagenen neuen virtuellen Computer. Die Datenträger bleiben, und Sie erstellen ihn mit anderen Angaben.',
      en: 'If Azure names the size, quota, or network: delete the failed new virtual machine here. Its disks stay, and you create it again with different details.',
    },
  ],
  'encryption-failed': [
    {
      de: 'Steht „AADSTS“ in der Meldung: Die Anmeldung der Entra-Anwendung ist gescheitert. Geheime Clientschlüssel lassen sich nicht noch einmal lesen; legen Sie in der App-Registrierung einen neuen an und geben Sie ihn hier ein.',
      en: 'If the message says “AADSTS”: the Entra application couldn’t sign in. Client secrets can’t be read again; create a new one in the app registration and enter it here.',
    },
    {
      de: 'Sonst: Prüfen Sie, ob der virtuelle Computer läuft, sein VM-Agent bereit ist und der Schlüsseltresor erreichbar ist.',
      en: 'Otherwise: check that the virtual machine is running, its VM agent is ready, and the key vault can be reached.',
    },
  ],
  'encryption-no-effect': [
    {
      de: 'Melden Sie sich am virtuellen Computer an und sehen Sie nach, ob die genannten Datenträger dort entsperrt und eingebunden sind.',
      en: 'Sign in to the virtual machine and check that the disks named above are unlocked and mounted there.',
    },
    {
      de: 'Lassen sie sich nicht entsperren, stellen Sie die Datenträger aus einem anderen Wiederherstellungspunkt wieder her.',
      en: 'If they can’t be unlocked, restore the disks from another restore point.',
    },
  ],
  'machine-stopped': [
    {
      de: 'Starten Sie den neuen virtuellen Computer im Azure-Portal. Diese Seite bemerkt es von selbst.',
      en: 'Start the new virtual machine in the Azure portal. This page notices automatically.',
    },
  ],
  'agent-silent': [
    {
      de: 'Öffnen Sie im Azure-Portal die Startdiagnose. Fragt der Computer nach einem Wiederherstellungsschlüssel, passen Schlüssel und Geheimnis nicht zu diesen Datenträgern.',
      en: 'Open the boot diagnostics in the Azure portal. If the machine asks for a recovery key, the key and secret don’t match these disks.',
    },
    {
      de: 'Läuft er, starten Sie ihn neu und prüfen Sie den VM-Agent.',
      en: 'If it’s running, restart it and check the VM agent.',
    },
  ],
};

export const insteadOf = (reason: StepReason | null): readonly Message[] => (reason !== null && INSTEAD[reason]) || [];

import type { RecoveryScriptGap } from '@tresor/contracts';
import { defineMessages, type Message } from '../../language/messages';

export const messages = defineMessages({
  purpose: { de: 'Alle virtuellen Computer eines Plans zurückholen', en: 'Bring back all virtual machines of a plan' },
  fileName: { de: 'wiederherstellungsplan', en: 'recovery-plan' },
  looking: { de: 'Angesehen: {seen, number} von {total, number}.', en: 'Looked at: {seen, number} of {total, number}.' },
  included: {
    de: 'Im Skript: {count, number} von {total, number} virtuellen Computern.',
    en: 'In the script: {count, number} of {total, number} virtual machines.',
  },
  includedOne: { de: 'Der virtuelle Computer des Plans ist im Skript.', en: 'The plan’s virtual machine is in the script.' },
  includedNone: { de: 'Kein virtueller Computer des Plans ist im Skript.', en: 'No virtual machine of the plan is in the script.' },
  leftOut: { de: 'Nicht im Skript', en: 'Not in the script' },
  standing: { de: 'Im Skript, doch der alte steht noch', en: 'In the script, but the old one is still there' },
  person: { de: 'Wo ein Mensch gebraucht wird', en: 'Where a person is needed' },
  line: { de: '{name}: {why}', en: '{name}: {why}' },
  application: {
    de: 'Fragt nach Anwendungs-ID und Geheimnis der Entra-Anwendung, falls danach ein Datenträger nicht als verschlüsselt gilt.',
    en: 'Asks for the application ID and secret of the Entra application if a disk doesn’t count as encrypted afterward.',
  },
  stands: {
    de: 'Der alte virtuelle Computer steht noch dort. Solange er steht, bleibt er, wie er ist.',
    en: 'The old virtual machine is still there. As long as it is, it stays as it is.',
  },
  unseen: {
    de: '{count, plural, one {Ein virtueller Computer} other {# virtuelle Computer}} in Tresoren, die Sie nicht sehen',
    en: '{count, plural, one {One virtual machine} other {# virtual machines}} in vaults you can’t see',
  },
  unread: { de: 'Konnte nicht gelesen werden. Aktualisieren Sie die Seite.', en: 'Couldn’t be read. Refresh the page.' },
  order: {
    de: 'Zuerst lässt es die Datenträger aller wiederherstellen. Dann holt es einen nach dem anderen zurück, Welle für Welle. Bleibt einer stehen, kommt der nächste dran; am Ende nennt es alle, die nicht zurückgekommen sind.',
    en: 'First it has the disks of all of them restored. Then it brings back one after the other, wave by wave. Where one stops, it’s the next one’s turn; at the end it names all that haven’t come back.',
  },
  again: {
    de: 'Was es begonnen hat, notiert es in einem Ordner, den es oben nennt. Noch einmal gestartet, macht es dort weiter: Kein Datenträger wird ein zweites Mal wiederhergestellt, und was schon da ist, bleibt.',
    en: 'It notes what it has started in a folder named at its top. Started again, it goes on from there: no disk is restored a second time, and what’s already there stays.',
  },
  now: {
    de: 'Wiederherstellungspunkte, Orte und Schlüssel sind die von jetzt. Was sich danach ändert, weiß das Skript nicht: Holen Sie es dann neu.',
    en: 'Restore points, places, and keys are those of now. The script doesn’t know of later changes: get it again then.',
  },
  portal: {
    de: 'Mehrere zugleich, die Prüfungen vorab (Rechte, Kontingente), den Fortschritt und den Nachweis gibt es nur im Portal.',
    en: 'Only the portal brings back several at once, checks beforehand (rights, quotas), shows progress, and gives evidence.',
  },
});

export const gaps: Record<Exclude<RecoveryScriptGap, 'blocked'>, Message> = defineMessages({
  isolated: {
    de: 'Das abgeschottete Netzwerk legt nur der Plan selbst an.',
    en: 'Only the plan itself creates the isolated network.',
  },
  'no-point': { de: 'Es gibt keinen Wiederherstellungspunkt.', en: 'There’s no restore point.' },
  'no-storage-account': {
    de: 'Kein Speicherkonto dieser Region kann die Datenträger aufnehmen.',
    en: 'No storage account in this region can take the disks.',
  },
  'no-subnet': {
    de: 'In dieser Region ist kein Subnetz zu sehen, an das er angeschlossen werden könnte.',
    en: 'There’s no subnet to be seen in this region that it could be attached to.',
  },
  'group-missing': { de: 'Die Ressourcengruppe des Ziels gibt es nicht.', en: 'The target’s resource group doesn’t exist.' },
  'no-policy': {
    de: 'Der Tresor hat keine Richtlinie, die ihn wieder sichert.',
    en: 'The vault has no policy that would back it up again.',
  },
  'same-name': {
    de: 'Ein anderer virtueller Computer des Plans mit demselben Namen kommt in dieselbe Ressourcengruppe: Ihre Datenträger wären nicht zu unterscheiden.',
    en: 'Another virtual machine of the plan with the same name comes back to the same resource group: their disks couldn’t be told apart.',
  },
  'no-size': { de: 'Die Sicherung nennt seine Größe nicht.', en: 'The backup doesn’t tell its size.' },
  'size-not-offered': {
    de: 'Seine Größe bietet Azure dem Abonnement in dieser Region nicht an, und keine andere hat von allem mindestens so viel.',
    en: 'Azure doesn’t offer its size to the subscription in this region, and no other one has at least as much of everything.',
  },
  'no-system': { de: 'Die Sicherung nennt sein Betriebssystem nicht.', en: 'The backup doesn’t tell its operating system.' },
  'no-keys': {
    de: 'Die Sicherung nennt Schlüssel und Geheimnis nicht mit ihrer Version.',
    en: 'The backup doesn’t give the versions of the key and secret.',
  },
});

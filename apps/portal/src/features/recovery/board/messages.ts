import type { RecoveryMachineState } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const messages = defineMessages({
  label: { de: 'Virtuelle Computer des Plans', en: 'Virtual machines of the plan' },
  filter: { de: 'Virtuelle Computer filtern', en: 'Filter virtual machines' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  wave: { de: 'Welle', en: 'Wave' },
  state: { de: 'Stand', en: 'State' },
  steps: { de: 'Schritte', en: 'Steps' },
  point: { de: 'Punkt', en: 'Point' },
  took: { de: 'Dauer', en: 'Took' },
  restore: { de: 'Wieder\u00ADherstellung', en: 'Restore' },
  open: { de: 'Öffnen', en: 'Open' },
  openOf: { de: 'Wiederherstellung von {name} öffnen', en: 'Open the restore of {name}' },
  takeOut: { de: 'Herausnehmen', en: 'Take out' },
  empty: { de: 'Keiner davon ist für Sie zu sehen.', en: 'You can’t see any of them.' },
  progress: { de: 'Fortschritt des Ganzen', en: 'Progress of the whole' },
  ended: {
    de: 'Fertig: {done, number} von {total, number}. Offen: {open, number}.',
    en: 'Done: {done, number} of {total, number}. Open: {open, number}.',
  },
  underWay: {
    de: 'Unterwegs: {onTheWay, number}. Warten: {waiting, number}.',
    en: 'On the way: {onTheWay, number}. Waiting: {waiting, number}.',
  },
  machineTried: {
    de: 'Öffnen Sie die Wiederherstellung: Der Schritt sagt, was Azure meldet. Dort löschen Sie den fehlgeschlagenen virtuellen Computer und erstellen ihn in einer anderen Größe oder ohne die Näherungsplatzierungsgruppe des alten. Danach geht es mit „{retry}“ weiter.',
    en: 'Open the restore: its step says what Azure reports. Delete the failed virtual machine there, and create it in another size or without the old one’s proximity placement group. After that, “{retry}” continues here.',
  },
  at: { de: 'Es geht um: {places}.', en: 'This is about: {places}.' },
  stepAt: { de: '{step}: {state}', en: '{step}: {state}' },
});

export const stateWords: Readonly<Record<RecoveryMachineState, Message>> = defineMessages({
  waiting: { de: 'Noch nicht begonnen.', en: 'Not started yet.' },
  starting: { de: 'Wird begonnen.', en: 'Being started.' },
  disks: { de: 'Azure stellt die Datenträger wieder her.', en: 'Azure is restoring the disks.' },
  'disks-there': { de: 'Datenträger sind da, wartet auf andere.', en: 'Disks are there, waiting for others.' },
  running: { de: 'Läuft von selbst.', en: 'Running on its own.' },
  held: { de: 'Wartet auf eine Anmeldung.', en: 'Waiting for a sign-in.' },
  done: { de: 'Fertig.', en: 'Done.' },
  'needs-person': { de: 'Braucht einen Menschen.', en: 'Needs a person.' },
  refused: { de: 'Nicht möglich.', en: 'Not possible.' },
  stopped: { de: 'In den Händen eines Menschen.', en: 'In a person’s hands.' },
  'taken-out': { de: 'Herausgenommen.', en: 'Taken out.' },
});

export const stepStates = defineMessages({
  done: { de: 'erledigt', en: 'done' },
  running: { de: 'läuft', en: 'running' },
  ready: { de: 'ist an der Reihe', en: 'is next' },
  blocked: { de: 'wartet', en: 'waiting' },
  failed: { de: 'fehlgeschlagen', en: 'failed' },
  hidden: { de: 'nicht zu sehen', en: 'can’t be seen' },
});

/** Why nothing was begun, beside what problems say. */
export const refusals: Readonly<Record<string, Message>> = defineMessages({
  'never-backed-up': {
    de: 'Kann nicht aus einer Sicherung zurückkommen, weil er nie gesichert wurde.',
    en: 'Can’t be brought back from a backup, because it was never backed up.',
  },
  'no-point': { de: 'Es gibt keinen Wiederherstellungspunkt aus dieser Zeit.', en: 'There’s no restore point from that time.' },
  blocked: {
    de: 'Aus keinem Wiederherstellungspunkt dieser Zeit lässt sich ein virtueller Computer machen.',
    en: 'A virtual machine can’t be made from any restore point of that time.',
  },
  'machine-there': {
    de: 'Der alte virtuelle Computer steht noch unter diesem Namen. Er wird nicht angerührt.',
    en: 'The old virtual machine is still there under this name. It isn’t touched.',
  },
  'unmanaged-disks': {
    de: 'Seine Datenträger kommen als VHD-Dateien zurück; abschotten lassen sich nur verwaltete Datenträger.',
    en: 'Its disks come back as VHD files; only managed disks can be isolated.',
  },
  'disks-failed': { de: 'Azure konnte die Datenträger nicht wiederherstellen.', en: 'Azure couldn’t restore the disks.' },
  'disks-cancelled': { de: 'Jemand hat das Wiederherstellen der Datenträger abgebrochen.', en: 'Someone canceled restoring the disks.' },
});

import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  staysLocked: {
    de: 'Auf {machines} bleiben verschlüsselte Datenträger für Daten in der Probe gesperrt, wenn es welche gibt: Dort läuft Linux, mit einer Entra-Anwendung verschlüsselt, und abgeschottet kann sich diese nicht anmelden. Geprobt wird nur, ob {count, plural, one {der Computer} other {die Computer}} mit den Schlüsseln aus der Sicherung {count, plural, one {startet} other {starten}}.',
    en: 'On {machines}, any encrypted data disks stay locked in the rehearsal: {count, plural, one {this machine runs} other {these machines run}} Linux, encrypted with an Entra application, which can’t sign in from isolation. The rehearsal only shows whether {count, plural, one {it starts} other {they start}} with the keys from the backup.',
  },
  stillLooking: {
    de: 'Ob Datenträger gesperrt bleiben, wird noch nachgesehen.',
    en: 'Still checking whether any disks stay locked.',
  },
  notLooked: {
    de: 'Ob auf {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} Datenträger gesperrt bleiben, ließ sich nicht lesen.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, whether any disks stay locked couldn’t be read.',
  },
});

import { defineMessages } from '../../../language/messages';

export const openDiskMessages = defineMessages({
  known: {
    de: 'Verschlüsselt {count, plural, one {war} other {waren}} und {count, plural, one {muss} other {müssen}} es wieder werden: {disks}.',
    en: '{count, plural, one {This disk was encrypted and has} other {These disks were encrypted and have}} to be encrypted again: {disks}.',
  },
  alsoPlain: {
    de: 'Azure verschlüsselt immer alle Datenträger für Daten, also auch bisher unverschlüsselte: {disks}.',
    en: 'Azure always encrypts all data disks, including those not encrypted so far: {disks}.',
  },
  alsoUntold: {
    de: 'Ob auch diese verschlüsselt waren, sagt Azure nicht; danach sind sie es: {disks}.',
    en: 'Azure doesn’t say whether these were encrypted, too; afterwards they are: {disks}.',
  },
  hidden: {
    de: 'Ob {count, plural, one {dieser Datenträger verschlüsselt war} other {diese Datenträger verschlüsselt waren}}, sehen Sie nicht: {disks}.',
    en: 'You can’t see whether {count, plural, one {this disk was} other {these disks were}} encrypted: {disks}.',
  },
  hiddenNeeds: { de: 'Dafür brauchen Sie {needs}.', en: 'For that you need {needs}.' },
  untold: {
    de: 'Azure sagt nicht, ob {count, plural, one {dieser Datenträger verschlüsselt war} other {diese Datenträger verschlüsselt waren}}: {disks}. Sehen Sie im virtuellen Computer nach: Linux zeigt es mit „lsblk -f“ (crypto_LUKS), Windows mit „manage-bde -status“.',
    en: 'Azure doesn’t say whether {count, plural, one {this disk was} other {these disks were}} encrypted: {disks}. Check inside the virtual machine: Linux shows it with “lsblk -f” (crypto_LUKS), Windows with “manage-bde -status”.',
  },
  ways: {
    de: 'War auch nur einer verschlüsselt, wenden Sie die Verschlüsselung an. War es keiner, bestätigen Sie das: Dann ist dieser Schritt erledigt, und die Dateien mit Schlüsseldaten können gelöscht werden.',
    en: 'If even one was encrypted, apply the encryption. If none was, confirm that: this step is then done, and the files with key data can be deleted.',
  },
  checked: {
    de: 'Ich habe nachgesehen: Keiner davon war verschlüsselt.',
    en: 'I checked: none of them was encrypted.',
  },
  uncheckedYet: {
    de: 'Sagen Sie zuerst, dass Sie nachgesehen haben.',
    en: 'First say that you checked.',
  },
  confirm: { de: 'Als unverschlüsselt bestätigen', en: 'Confirm as not encrypted' },
  confirming: { de: 'Tresor hält es gerade fest.', en: 'Tresor is recording it.' },
  said: {
    de: '{name} hat bestätigt ({time}): Nicht verschlüsselt {count, plural, one {war} other {waren}} {disks}.',
    en: '{name} confirmed ({time}): {disks} {count, plural, one {wasn’t} other {weren’t}} encrypted.',
  },
  takeBack: {
    de: 'War doch einer verschlüsselt, wenden Sie die Verschlüsselung an. Das nimmt die Bestätigung zurück.',
    en: 'If one was encrypted after all, apply the encryption. This takes the confirmation back.',
  },
  asItWas: {
    de: 'Was verschlüsselt war, meldet Azure als verschlüsselt.',
    en: 'Azure reports everything that was encrypted as encrypted.',
  },
});

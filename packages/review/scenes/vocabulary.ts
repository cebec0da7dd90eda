import type { Vocabulary } from '../src/judge/judge-words';

/** What the glossary says of words, as far as screens can be searched for it. */
export const vocabulary: Vocabulary = {
  avoided: {
    de: [
      { word: 'Depot', instead: 'Recovery Services-Tresor' },
      { word: 'Depots', instead: 'Recovery Services-Tresore' },
      { word: 'Backup-Richtlinie', instead: 'Sicherungsrichtlinie' },
      { word: 'Backupziel', instead: 'Sicherungsziel' },
      { word: 'Beibehaltungsdauer', instead: 'Aufbewahrungsdauer' },
      { word: 'Geheimschlüssel', instead: 'Geheimnis' },
      { word: 'Key Vault', instead: 'Schlüsseltresor' },
      { word: 'Weitere Dienste', instead: 'Durchsuchen' },
      { word: 'Blatt', instead: 'den Namen des Blatts' },
    ],
    en: [
      { word: 'More services', instead: 'Browse' },
      { word: 'recovery vault', instead: 'Recovery Services vault' },
      { word: 'retention period', instead: 'retention range' },
    ],
  },
  names: [
    /^(Azure|Tresor|OK|Status|Site Recovery|App Services|DefaultPolicy|LongTermPolicy|Filter|Name|NAME|REGION|STATUS|VERSION|CODE|Code|Microsoft|System|Windows|Linux)$/,
    /^(BEK|KEK|BEK\+KEK|VM|SSH|UTC|ZRS|LRS|GRS)$/,
    /^(Adele Vance|Alex Wilber|Megan Bowen|Patti Fernandez|Lee Gu|Contoso .*|Konto: .*)$/,
    // Names of resources and codes of Azure: no blank, and a capital, digit or hyphen inside.
    /^(?=\S+$)\S*[a-z][A-Z0-9-]\S*$/,
    /^[a-z]+(-[a-z]+)+$/,
    /^[\d.,:/\s–-]+/,
    /^(DE|EN) – |^Cloud – |^DBVM\d$|^contoso\w+$/,
    /^(Bereit|Ready)? ?\d/,
  ],
};

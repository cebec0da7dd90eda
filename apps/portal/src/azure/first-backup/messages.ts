import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  willFail: { de: 'Geschützt, erste Sicherung schlägt fehl', en: 'Protected, first backup will fail' },
  lacking: { de: 'Azure Backup fehlen Berechtigungen in {keyVaults}', en: 'Azure Backup is missing permissions in {keyVaults}' },
  missing: {
    de: '{keyVaults} {count, plural, one {gibt} other {gibt}} es nicht mehr',
    en: '{keyVaults} {count, plural, one {no longer exists} other {no longer exist}}',
  },
  broken: { de: '{link} {name}: {state}', en: '{link} {name}: {state}' },
  because: { de: '{what}: {why}', en: '{what}: {why}' },
  ofMachines: {
    de: '{count, plural, one {Die erste Sicherung von {names} schlägt fehl} other {Die ersten Sicherungen von {names} schlagen fehl}}',
    en: '{count, plural, one {The first backup of {names} will fail} other {The first backups of {names} will fail}}',
  },
});

import { defineMessages, type Message } from '../language/messages';

/** How a vault's storage is replicated, by Azure's words; a word that is not here is shown as it is. */
export const REPLICATION_WORDS: Readonly<Record<string, Message>> = defineMessages({
  LocallyRedundant: { de: 'Lokal redundant (LRS)', en: 'Locally redundant (LRS)' },
  GeoRedundant: { de: 'Georedundant (GRS)', en: 'Geo-redundant (GRS)' },
  GeoZoneRedundant: { de: 'Geozonenredundant (GZRS)', en: 'Geo-zone-redundant (GZRS)' },
  ZoneRedundant: { de: 'Zonenredundant (ZRS)', en: 'Zone-redundant (ZRS)' },
});

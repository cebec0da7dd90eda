import type { KeyVaultAccess } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';
import type { Status } from './status';

const words = defineMessages({
  granted: { de: 'Zugriff vorhanden', en: 'Access granted' },
  lacking: { de: 'Berechtigungen fehlen', en: 'Permissions missing' },
  unreadable: { de: 'Nicht einsehbar', en: 'Can’t be viewed' },
  missing: { de: 'Nicht vorhanden', en: 'Does not exist' },
  unknown: { de: 'Unbekannt', en: 'Unknown' },
});

/** What is known of the Backup service's access to a key vault, as color and word. */
export const ACCESS_STATES: Readonly<Record<KeyVaultAccess['state'], readonly [Status, Message]>> = {
  granted: ['success', words.granted],
  lacking: ['warning', words.lacking],
  unreadable: ['unknown', words.unreadable],
  missing: ['error', words.missing],
  unknown: ['unknown', words.unknown],
};

const ORDER: readonly KeyVaultAccess['state'][] = ['lacking', 'missing', 'unreadable', 'unknown', 'granted'];

type Known = Pick<KeyVaultAccess, 'state' | 'name'>;

/** What asks for something to be done comes first. */
export const byNeed = (a: Known, b: Known): number => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name);

export const permissionNames = defineMessages({
  'keys/get': { de: 'Schlüssel abrufen (get)', en: 'get keys' },
  'keys/list': { de: 'Schlüssel auflisten (list)', en: 'list keys' },
  'keys/backup': { de: 'Schlüssel sichern (backup)', en: 'back up keys' },
  'secrets/get': { de: 'Geheimnisse abrufen (get)', en: 'get secrets' },
  'secrets/list': { de: 'Geheimnisse auflisten (list)', en: 'list secrets' },
  'secrets/backup': { de: 'Geheimnisse sichern (backup)', en: 'back up secrets' },
});

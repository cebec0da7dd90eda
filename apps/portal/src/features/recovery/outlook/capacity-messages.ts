import type { RegionCount } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const capacityMessages = defineMessages({
  short: {
    de: '{subscription}, {region}: {what}: {needed, number} nötig, {left, number} von {limit, number} noch frei. Es reicht nicht mehr für {machines}. Lassen Sie das Kontingent vorher erhöhen.',
    en: '{subscription}, {region}: {what}: {needed, number} needed, {left, number} of {limit, number} still free. There’s not enough left for {machines}. Have the quota raised first.',
  },
  coresOf: { de: 'Kerne der Größen {family}', en: 'cores of the sizes {family}' },
  inWave: { de: '{name} (Welle {wave, number})', en: '{name} (wave {wave, number})' },
  others: { de: '{count, plural, one {einen weiteren} other {# weitere}}', en: '{count, plural, one {one more} other {# more}}' },
  suffice: {
    de: 'Die Kontingente der Regionen, die zu sehen sind, reichen für alle. Öffentliche IP-Adressen legt der Plan nicht an.',
    en: 'The quotas of the regions that can be seen suffice for all of them. The plan creates no public IP addresses.',
  },
  coresUnknown: {
    de: 'Ob die Kerne reichen, ist von {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} nicht zu sehen.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, it can’t be seen whether there are enough cores.',
  },
  disksUnknown: {
    de: 'Ob die Datenträger in die Kontingente passen, ist von {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} nicht zu sehen. Das zeigt sich nur bei Computern, die es noch gibt, und bei verwalteten Datenträgern, die Sie sehen dürfen.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, it can’t be seen whether the disks fit the quotas. That shows only for machines that still exist, and for managed disks you have permission to see.',
  },
  unseen: { de: 'Kontingente, die Sie nicht sehen: {what}.', en: 'Quotas you can’t see: {what}.' },
});

export const countedWords: Readonly<Record<RegionCount, Message>> = defineMessages({
  cores: { de: 'Kerne', en: 'cores' },
  'standard-hdds': { de: 'verwaltete Datenträger (HDD Standard)', en: 'managed disks (Standard HDD)' },
  'standard-ssds': { de: 'verwaltete Datenträger (SSD Standard)', en: 'managed disks (Standard SSD)' },
  'premium-ssds': { de: 'verwaltete Datenträger (SSD Premium)', en: 'managed disks (Premium SSD)' },
  'network-interfaces': { de: 'Netzwerkschnittstellen', en: 'network interfaces' },
  'public-ip-addresses': { de: 'öffentliche IP-Adressen', en: 'public IP addresses' },
  'storage-accounts': { de: 'Speicherkonten', en: 'storage accounts' },
});

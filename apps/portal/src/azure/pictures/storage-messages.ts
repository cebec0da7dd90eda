import { defineMessages } from '../../language/messages';

/** Apart from the words of the other pictures: home comes without these. */
export const messages = defineMessages({
  storage: { de: 'Gespeicherte Daten im Zeitverlauf', en: 'Storage over time' },
  aboutStorage: {
    de: 'Azure nennt nur den jetzigen Stand. Gezeigt ist die jeweils letzte Angabe der Tage (UTC), an denen sich jemand diesen Recovery Services-Tresor hier angesehen hat: frühestens vom {first}, höchstens 400 Tage zurück. Tage, an denen niemand nachsah, sind als „nicht gesehen“ gekennzeichnet.',
    en: 'Azure tells only how much is stored now. The picture shows the newest figure of each day (UTC) on which a person opened this vault here, from {first} on and at most 400 days back. Days without a visit are marked “not seen”.',
  },
  firstStorage: {
    de: '{day}: {bytes}. Azure nennt nur den jetzigen Stand. Ein Verlauf entsteht mit jedem weiteren Tag (UTC), an dem sich jemand diesen Recovery Services-Tresor hier ansieht.',
    en: '{day}: {bytes}. Azure tells only how much is stored now. The picture grows with each further day (UTC) on which a person opens this vault here.',
  },
  noStorage: {
    de: 'Azure nennt nicht, wie viel in diesem Recovery Services-Tresor gespeichert ist.',
    en: 'Azure doesn’t tell how much is stored in this vault.',
  },
  storageLabel: {
    de: 'Gespeicherte Daten vom {first} bis zum {last}: anfangs {before}, zuletzt {now}, höchstens {most}. Die Tabelle darunter nennt alle Tage.',
    en: 'Storage from {first} to {last}: {before} at first, {now} most recently, {most} at most. The table below has all days.',
  },
  storageDay: { de: 'Tag (UTC)', en: 'Day (UTC)' },
  stored: { de: 'Gespeichert', en: 'Stored' },
  notSeen: { de: 'nicht gesehen', en: 'not seen' },
  notTold: { de: 'nicht genannt', en: 'not told' },
  fromTo: { de: '{first} bis {last}', en: '{first} to {last}' },
  asTable: { de: 'Als Tabelle', en: 'As a table' },
  storageAsTable: { de: 'Gespeicherte Daten als Tabelle', en: 'Storage as a table' },
});

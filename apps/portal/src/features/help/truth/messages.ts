import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  intro: {
    de: 'Worauf sich Tresor bei jeder Antwort von Azure stützt. {recorded, number} von {all, number} Vorgängen haben mindestens eine echte, aufgezeichnete Antwort gelesen ({share, number} %).',
    en: 'What Tresor relies on in every Azure response. {recorded, number} of {all, number} operations have read at least one real, recorded answer ({share, number} %).',
  },
  fields: {
    de: 'Bei Feldern, Codes und Headern sind es {recorded, number} von {all, number} ({share, number} %). Gegen einen echten Mandanten lief Tresor noch nicht.',
    en: 'For fields, codes, and headers, it’s {recorded, number} of {all, number} ({share, number} %). Tresor hasn’t been run against a real tenant yet.',
  },
  label: { de: 'Belege', en: 'Evidence' },
  filter: { de: 'Belege filtern', en: 'Filter the evidence' },
  empty: { de: 'Es gibt keine solchen Einträge.', en: 'There are no entries like this.' },
  operation: { de: 'Vorgang', en: 'Operation' },
  field: { de: 'Worauf es ankommt', en: 'What decides' },
  whole: { de: 'der Vorgang selbst', en: 'the operation itself' },
  grounds: { de: 'Beleg', en: 'Evidence' },
  assumed: { de: 'angenommen', en: 'assumed' },
  described: { de: 'nur in der OpenAPI-Beschreibung', en: 'OpenAPI description only' },
  recorded: { de: 'aufgezeichnet am {date}', en: 'recorded on {date}' },
  recordedVersion: { de: 'aufgezeichnet am {date}, API-Version {version}', en: 'recorded on {date}, API version {version}' },
  recordedAs: {
    de: 'als {operation} aufgezeichnet am {date}, API-Version {version}',
    en: 'recorded as {operation} on {date}, API version {version}',
  },
  show: { de: 'Anzeigen', en: 'Show' },
  all: { de: 'Alle', en: 'All' },
  allAssumed: { de: 'Angenommenes', en: 'What’s assumed' },
  allDescribed: { de: 'Was nur beschrieben ist', en: 'What’s only described' },
  allRecorded: { de: 'Aufgezeichnetes', en: 'What’s recorded' },
});

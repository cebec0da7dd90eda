import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  intro: {
    de: 'Was an diesem Recovery Services-Tresor und an allem, was in ihm liegt, geändert oder versucht wurde, von wem auch immer und womit auch immer; dazu alles, was in Tresor für ihn verlangt wurde. Azure trägt es mit bis zu 20 Minuten Verzögerung ein und hebt es 90 Tage lang auf.',
    en: 'All changes and attempted changes to this Recovery Services vault and everything in it, by anyone and with any tool, and all requests made for it in Tresor. Azure logs them with a delay of up to 20 minutes and keeps them for 90 days.',
  },
  filter: { de: 'Ereignisse filtern', en: 'Filter events' },
  period: { de: 'Zeitraum', en: 'Time range' },
  lastDays: {
    de: '{days, plural, =1 {24 Stunden} other {# Tage}}',
    en: '{days, plural, =1 {24 hours} other {# days}}',
  },
  status: { de: 'Status', en: 'Status' },
  all: { de: 'Alle', en: 'All' },
  operation: { de: 'Vorgang', en: 'Operation' },
  resource: { de: 'Ressource', en: 'Resource' },
  time: { de: 'Zeit', en: 'Time' },
  startedBy: { de: 'Gestartet von', en: 'Started by' },
  reason: { de: 'Grund oder Ticket', en: 'Reason or ticket' },
  nobody: { de: 'Nicht angegeben', en: 'Not stated' },
  needed: {
    de: 'Unten steht, was in Tresor verlangt wurde. Das Aktivitätsprotokoll von Azure liest, wer am Recovery Services-Tresor „Microsoft.Insights/eventtypes/values/read“ darf.',
    en: 'Requests made in Tresor are listed below. To read Azure’s activity log, you need “Microsoft.Insights/eventtypes/values/read” on the Recovery Services vault.',
  },
  nothingInTresor: {
    de: 'In diesem Zeitraum wurde über Tresor nichts in Auftrag gegeben. Ob sich sonst etwas geändert hat, dürfen Sie nicht sehen.',
    en: 'Nothing was requested in Tresor in this period. You can’t see whether anything else was changed.',
  },
  empty: {
    de: 'In diesem Zeitraum wurde am Recovery Services-Tresor nichts geändert. Wählen Sie einen längeren Zeitraum.',
    en: 'Nothing was changed on the Recovery Services vault in this period. Choose a longer period.',
  },
  noMatch: { de: 'Kein Ereignis hat diesen Status.', en: 'No events have this status.' },
});

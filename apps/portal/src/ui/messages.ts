import { defineMessages } from '../i18n/messages';

export const messages = defineMessages({
  code: { de: 'Code: {code}', en: 'Code: {code}' },
  azureCode: { de: 'Azure-Code: {code}', en: 'Azure code: {code}' },
  correlationId: { de: 'Korrelations-ID: {id}', en: 'Correlation ID: {id}' },
  reload: { de: 'Seite neu laden', en: 'Reload the page' },
  moreHelp: { de: 'Mehr dazu in der Problembehandlung', en: 'More in troubleshooting' },
  copy: { de: 'Angaben kopieren', en: 'Copy details' },
  copyText: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Kopiert', en: 'Copied' },
  essentials: { de: 'Zusammenfassung', en: 'Essentials' },
  information: { de: 'Information', en: 'Information' },
  stepDone: { de: 'erledigt', en: 'done' },
  required: { de: 'erforderlich', en: 'required' },
  filterItems: { de: 'Elemente filtern …', en: 'Filter items…' },
  clearFilter: { de: 'Filter löschen', en: 'Clear filter' },
  rowsShown: {
    de: '{shown, number} von {total, number} angezeigt',
    en: '{shown, number} of {total, number} shown',
  },
  rowsTotal: { de: '{total, plural, one {# Element} other {# Elemente}}', en: '{total, plural, one {# item} other {# items}}' },
  loadingMore: { de: '{loaded, number} von {total, number} geladen', en: '{loaded, number} of {total, number} loaded' },
  loading: { de: 'Wird geladen …', en: 'Loading…' },
  noMatch: { de: 'Kein Element passt zum Filter.', en: 'No item matches the filter.' },
  selectRow: { de: '{name} auswählen', en: 'Select {name}' },
  selection: { de: 'Auswahl', en: 'Selection' },
  selectAll: { de: 'Alle angezeigten auswählen', en: 'Select all shown' },
});

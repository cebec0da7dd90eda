import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  items: { de: 'Sicherungselemente', en: 'Backup items' },
  refresh: { de: 'Aktualisieren', en: 'Refresh' },
  add: { de: 'Hinzufügen', en: 'Add' },
  filter: { de: 'Sicherungselemente filtern', en: 'Filter backup items' },
  name: { de: 'Name', en: 'Name' },
  resourceGroup: { de: 'Ressourcen\u00ADgruppe', en: 'Resource group' },
  itemType: { de: 'Elementtyp', en: 'Item type' },
  lastStatus: { de: 'Letzter Sicherungs\u00ADstatus', en: 'Last backup status' },
  latestPoint: { de: 'Letzter Wiederherstellungs\u00ADpunkt', en: 'Latest restore point' },
  policy: { de: 'Sicherungs\u00ADrichtlinie', en: 'Backup policy' },
  azureMachine: { de: 'Virtueller Azure-Computer', en: 'Azure virtual machine' },
  none: { de: '–', en: '–' },
  empty: {
    de: 'In diesem Tresor wird noch nichts gesichert. Mit „Hinzufügen“ beginnen Sie eine Sicherung.',
    en: 'Nothing is backed up in this vault yet. Choose “Add” to begin.',
  },
  initialPending: { de: 'Warnung (anfängliche Sicherung steht aus)', en: 'Warning (Initial backup pending)' },
  success: { de: 'Erfolg', en: 'Success' },
  failed: { de: 'Fehler', en: 'Failed' },
  warnings: { de: 'Warnung', en: 'Warning' },
  inProgress: { de: 'In Bearbeitung', en: 'In progress' },
  stopped: { de: 'Sicherung beendet', en: 'Backup stopped' },
  notBackedUp: { de: 'Noch nicht gesichert', en: 'Not backed up yet' },
});

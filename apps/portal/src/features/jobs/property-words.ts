import { defineMessages, type Message } from '../../language/messages';
import { own } from '../../api/own';

const words: Readonly<Record<string, Message>> = defineMessages({
  'VM Name': { de: 'Virtueller Computer', en: 'Virtual machine' },
  'Policy Name': { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  'Backup Size': { de: 'Größe der Sicherung', en: 'Backup size' },
  'Job Type': { de: 'Art des Auftrags', en: 'Job type' },
  'Recovery Point Expiry Time in UTC': { de: 'Aufbewahrt bis', en: 'Retained till' },
  'Recovery point time': { de: 'Wiederherstellungspunkt', en: 'Restore point' },
  'Recovery Point Time': { de: 'Wiederherstellungspunkt', en: 'Restore point' },
  'Target Storage Account Name': { de: 'Speicherkonto', en: 'Storage account' },
  'Target resource group': { de: 'Zielressourcengruppe', en: 'Target resource group' },
  'Config Blob Container Name': { de: 'Container im Speicherkonto', en: 'Container in the storage account' },
  'Config Blob Name': { de: 'Konfigurationsdatei', en: 'Configuration file' },
  'Encryption Info Blob Name': { de: 'Datei mit Schlüsseldaten', en: 'File with key data' },
  'Backed-up disk(s)': { de: 'Gesicherte Datenträger', en: 'Backed-up disks' },
  'Restored disk(s)': { de: 'Wiederhergestellte Datenträger', en: 'Restored disks' },
  'Excluded disk(s)': { de: 'Ausgeschlossene Datenträger', en: 'Excluded disks' },
  'Template Blob Uri': { de: 'Vorlage', en: 'Template' },
});

const values: Readonly<Record<string, Message>> = defineMessages({
  'Recover disks': { de: 'Datenträger wiederherstellen', en: 'Restore disks' },
});

/** Azure's name of a fact about a job in our words; a name that is not known stays as it is. */
export const propertyWord = (name: string): Message | string => own(words, name) ?? name;

/** The same for what Azure writes there. */
export const propertyValue = (value: string): Message | string => own(values, value) ?? value;

const TRANSFERRED = /^(\d+) GBs \/ (\d+) GBs Transferred$/;

/** How much a task has moved, in gigabytes, where Azure says so in the words that are known. */
export function transferredOf(details: string): { done: number; total: number } | null {
  const [, done, total] = TRANSFERRED.exec(details) ?? [];
  return total === undefined ? null : { done: Number(done), total: Number(total) };
}

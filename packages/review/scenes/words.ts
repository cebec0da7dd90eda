import { name, t } from '../src/words';

/* Words that more than one journey reads on the screen. */

export const backup = t('Sicherung', 'Backup');
export const goal = t('Sicherungsziel', 'Backup goal');
export const goalBlade = t('Sicherungsziel', 'Backup Goal');
export const policy = t('Sicherungsrichtlinie', 'Backup policy');
export const itemsToBackup = t('Zu sichernde Elemente', 'Items to backup');
export const machines = t('Virtuelle Computer auswählen', 'Select virtual machines');
export const ok = t('OK', 'OK');
export const enable = t('Sicherung aktivieren', 'Enable backup');
export const browse = t('Durchsuchen', 'Browse');
export const vaults = t('Recovery Services-Tresore', 'Recovery Services vaults');
export const items = t('Sicherungselemente', 'Backup items');
export const jobs = t('Sicherungsaufträge', 'Backup jobs');
export const notHere = t('Gehört nicht zu Tresor', 'Not part of Tresor');
export const hubChanged = t(
  'Das Hub-Menü beginnt mit dem, wozu man hier ist. Unter der Linie stehen in der Reihenfolge der Abbildung die Einträge, die es in Tresor gibt; die anderen sind in einer Zeile zusammengefaltet, die sagt, warum sie fehlen. „Durchsuchen“ steht wie dort ganz unten; in seiner Liste ist grau, was es in Tresor nicht gibt, und sagt das.',
  'The hub menu begins with what people come here for. Below the line, in the order of the picture, stand those of its entries that exist in Tresor; the others are folded into one row, which says why they’re missing. Browse stands at the bottom as there; in its list, what Tresor doesn’t have is grey and says so.',
);
export const backupNow = t('Jetzt sichern', 'Backup now');
export const restore = t('Wiederherstellen', 'Restore');
export const notifications = t('Benachrichtigungen', 'Notifications');
export const dismissFinished = t('Abgeschlossene entfernen', 'Dismiss finished');
export const filterItems = t('Elemente filtern', 'Filter items');
export const machineName = t('NAME DES VIRTUELLEN COMPUTERS', 'VIRTUAL MACHINE NAME');
export const resourceGroup = t('RESSOURCENGRUPPE', 'RESOURCE GROUP');

/* Sections of the article, by their anchors, and by their German titles where those have none. */
export const errorsSection = ['troubleshooting-errors', 'problembehandlung'];

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
export const IGNITE = `/vaults/${PRODUCTION}/IgniteRG/IgniteDemoVault`;
export const OPERATIONS = `/vaults/${PRODUCTION}/OperationsRG/OperationsVault`;
export const ignite = name('IgniteDemoVault');
export const operations = name('OperationsVault');

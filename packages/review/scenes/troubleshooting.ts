import { blade, click, open, row, text, the, tick, type } from '../src/scene/say';
import type { Journey, Scene } from '../src/scene/scene';
import { name, t, type Words } from '../src/words';
import * as w from './words';

const help = t('Problembehandlung', 'Troubleshooting');
const disks = t(
  'So heißt ein Abschnitt des Artikels über das Wiederherstellen. Auf dem Bildschirm heißt die Wahl „Datenträger wiederherstellen“.',
  'This is the title of a section of the article on restoring. On the screen the choice is called “Restore disks”.',
);

/** The entry of a row: its message word for word, cause and remedy, and where to go on. */
const entry = (number: number, id: string, title: Words): Scene => ({
  id: `help-${id}`,
  title,
  binds: [row(number, ...w.errorsSection)],
  actions: [open(`${w.OPERATIONS}/help/${id}`)],
  ready: the('heading', t('Abhilfe', 'Remedy')),
  describes: { texts: [t('Ursache', 'Cause'), t('Abhilfe', 'Remedy'), t('Hier geht es weiter', 'Where to go next')] },
  explains: { 'Wiederherstellen von gesicherten Datenträgern': disks, 'Restore backed up disks': disks },
});

/** The four rows of the article's table of errors: where each is met, and what help says of it. */
export const troubleshooting: Journey = {
  id: 'troubleshooting',
  title: t('Problembehandlung', 'Troubleshooting'),
  articles: ['backup-azure-vms-encryption'],
  seed: 'contoso',
  person: 'Adele Vance',
  scenes: [
    {
      id: 'help-list',
      title: help,
      binds: [row(1, ...w.errorsSection), row(2, ...w.errorsSection), row(3, ...w.errorsSection), row(4, ...w.errorsSection)],
      actions: [open(`${w.OPERATIONS}/help`)],
      ready: text(t('Der Speicherdienst ist nicht', 'Backup Service does not have'), { match: 'starts' }),
      crop: [blade(help)],
      describes: { blades: [help], fields: [t('Meldungen und Codes durchsuchen', 'Search messages and codes')] },
      explains: { 'Wiederherstellen von gesicherten Datenträgern': disks, 'Restore backed up disks': disks },
    },
    entry(1, 'bek-alone', t('Nur per BEK verschlüsselt', 'Encrypted with BEK alone')),
    entry(2, 'key-vault-gone', t('Schlüsseltresor nicht vorhanden', 'Key vault does not exist')),
    entry(3, 'key-and-secret-gone', t('Schlüssel und Geheimnis nicht vorhanden', 'Key and secret do not exist')),
    entry(4, 'not-authorized', t('Nicht autorisiert', 'Not authorized')),
    {
      id: 'bek-alone-reason',
      title: t('Zeile 1 in der Auswahl', 'Row 1 in the selection'),
      binds: [row(1, ...w.errorsSection)],
      actions: [
        open(`${w.OPERATIONS}/backup/machines`),
        type('searchbox', w.filterItems, name('BekOnlyVM1')),
        click('button', t('Was tun? (BekOnlyVM1)', 'What to do (BekOnlyVM1)')),
      ],
      ready: text(name('BekOnlyVM1')),
      crop: [blade(w.machines)],
      describes: {
        blades: [w.machines],
        texts: [
          t(
            'Die Datenträger sind nur mit einem BitLocker-Verschlüsselungsschlüssel (BEK) verschlüsselt.',
            'The disks are encrypted with a BitLocker encryption key (BEK) only.',
          ),
        ],
      },
    },
    {
      id: 'key-vault-gone-point',
      title: t('Zeile 2 beim Wiederherstellen', 'Row 2 while restoring'),
      binds: [row(2, ...w.errorsSection)],
      actions: [open(`${w.OPERATIONS}/items/OperationsRG/LostVaultVM1/restore/point`), tick(t('00:30', '12:30 AM'))],
      ready: the('button', w.ok),
      describes: { texts: [t('Den Schlüsseltresor gibt es nicht mehr.', 'The key vault no longer exists.')] },
    },
    {
      id: 'keys-gone-point',
      title: t('Zeile 3 beim Wiederherstellen', 'Row 3 while restoring'),
      binds: [row(3, ...w.errorsSection)],
      actions: [open(`${w.OPERATIONS}/items/OperationsRG/LostKeysVM1/restore/point`), tick(t('00:30', '12:30 AM'))],
      ready: the('button', w.ok),
      describes: {
        texts: [
          t(
            'Das Geheimnis (BEK) von damals ist nicht mehr im Schlüsseltresor.',
            'The secret (BEK) from that time is no longer in the key vault.',
          ),
          t(
            'Der Schlüssel (KEK) von damals ist nicht mehr im Schlüsseltresor.',
            'The key (KEK) from that time is no longer in the key vault.',
          ),
        ],
      },
    },
  ],
};

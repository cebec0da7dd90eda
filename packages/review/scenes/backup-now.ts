import { blade, card, click, clickOn, figure, open, pass, passage, see, step, text, the, tick } from '../src/scene/say';
import type { Journey } from '../src/scene/scene';
import { name, t } from '../src/words';
import * as w from './words';

const section = [
  'auslösen-des-sicherungsauftrags',
  'triggering-the-back-up-job',
  'triggering-the-backup-job',
  'triggering-the-backup-process',
  'initial-backup',
];
const pending = t('Warnung (anfängliche Sicherung steht aus)', 'Warning (Initial backup pending)');
const schedule = t('Täglich um 00:30 Uhr', 'Daily at 12:30 AM');
const machine = name('DBVM2');

/** The first backup of a machine, triggered by hand. */
export const backingUpNow: Journey = {
  id: 'backup-now',
  title: t('Sicherungsauftrag auslösen', 'Trigger the backup job'),
  articles: ['backup-azure-arm-vms', 'backup-azure-vms-first-look-arm'],
  seed: 'contoso',
  person: 'Adele Vance',
  scenes: [
    {
      id: 'initial-pending',
      title: t('Anfängliche Sicherung steht aus', 'Initial backup pending'),
      binds: [
        figure('initial-backup-not-run'),
        passage(1, ...section),
        passage(2, ...section),
        passage(3, ...section),
        passage(4, ...section),
      ],
      actions: [
        open(`${w.IGNITE}/backup`),
        clickOn(card(1, w.goal)),
        click('button', w.ok),
        see(text(schedule)),
        click('button', w.ok),
        tick(machine),
        click('button', w.ok),
        click('button', w.enable),
        see(the('row', t('Wird aktiviert', 'Being enabled'), { match: 'has' })),
        pass(3),
        see(the('row', t('Geschützt', 'Protected'), { match: 'has' })),
        open(`${w.IGNITE}/items`),
      ],
      ready: text(pending),
      crop: [blade(w.items)],
      describes: { blades: [w.items], texts: [pending, machine] },
      explains: {
        'Warning(initial backup pending)': t('Dem Artikel fehlt ein Leerzeichen.', 'The article lacks a blank.'),
        'Back up Now': t(
          'Ein älterer Stand des Artikels; sonst heißt es „Backup now“.',
          'An older edition of the article; elsewhere it is “Backup now”.',
        ),
      },
    },
    {
      id: 'pending-dashboard',
      title: t('Dashboard des Tresors', 'Dashboard of the vault'),
      binds: [figure('rs-vault-in-dashboard-backup-vms'), step(1, ...section)],
      actions: [open(w.IGNITE)],
      ready: text(t('Virtuelle Azure-Computer', 'Azure virtual machines')),
      crop: [blade(w.ignite)],
      describes: { blades: [w.ignite], texts: [w.items, t('Virtuelle Azure-Computer', 'Azure virtual machines')] },
    },
    {
      id: 'backup-now',
      title: w.backupNow,
      binds: [figure('back-up-now'), step(2, ...section)],
      actions: [open(`${w.IGNITE}/items`), click('link', machine), click('link', w.backupNow)],
      ready: the('button', t('Sichern', 'Backup')),
      describes: { texts: [w.backupNow], buttons: [t('Sichern', 'Backup')] },
      changed: t(
        'Der Befehl steht im Dashboard des virtuellen Computers statt in einem Kontextmenü und fragt, wie lange die Sicherung aufbewahrt wird.',
        'The command is on the dashboard of the machine instead of a context menu, and asks how long the backup is kept.',
      ),
    },
    {
      id: 'backup-triggered',
      title: t('Sicherung ausgelöst', 'Backup triggered'),
      binds: [figure('backup-triggered'), step(2, ...section)],
      actions: [
        click('button', t('Sichern', 'Backup')),
        see(text(t('Die Sicherung von DBVM2 hat begonnen', 'Backup of DBVM2 has started'))),
        open(`${w.IGNITE}/jobs`),
      ],
      ready: text(t('In Bearbeitung', 'In progress')),
      crop: [blade(w.jobs)],
      describes: { blades: [w.jobs], texts: [t('In Bearbeitung', 'In progress'), machine] },
    },
    {
      id: 'pending-jobs-tile',
      title: t('Kachel Sicherungsaufträge', 'Tile of the jobs'),
      binds: [figure('open-backup-jobs'), step(3, ...section)],
      actions: [open(w.IGNITE)],
      ready: text(t('In Bearbeitung', 'In progress')),
      crop: [blade(w.ignite)],
      describes: { blades: [w.ignite], texts: [w.jobs] },
    },
    {
      id: 'backup-completed',
      title: t('Auftrag abgeschlossen', 'Job completed'),
      binds: [figure('backup-jobs-in-jobs-view'), step(4, ...section)],
      actions: [pass(300), open(`${w.IGNITE}/jobs`)],
      ready: text(t('Abgeschlossen', 'Completed')),
      crop: [blade(w.jobs)],
      describes: { blades: [w.jobs], texts: [t('Abgeschlossen', 'Completed')] },
    },
  ],
};

import { blade, card, click, clickOn, figure, open, passage, pass, see, step, text, the, tick, type } from '../src/scene/say';
import type { Journey } from '../src/scene/scene';
import { name, t } from '../src/words';
import * as w from './words';

const first = 'restore-a-recovery-point';
const second = 'choosing-a-vm-restore-configuration';
const tracking = 'track-the-restore-operation';
const special = 'restoring-vms-with-special-network-configurations';

const machine = name('FullRestoreVM1');
const pointBlade = t('Wiederherstellungspunkt auswählen', 'Select restore point');
const configuration = t('Wiederherstellungskonfiguration', 'Restore configuration');
const twoCards = [t('Wiederherstellungspunkt', 'Restore point'), configuration];
const started = t('Die Wiederherstellung von FullRestoreVM1 hat begonnen', 'The restore of FullRestoreVM1 has started');
const azureMachines = t('Virtuelle Azure-Computer', 'Azure virtual machines');

const machinesRenamed = t(
  'Die spätere deutsche Fassung des Artikels und die Glossarregel sagen „Virtuelle Azure-Computer“.',
  'The glossary says “Azure virtual machines”, as everywhere else on the screens.',
);
const wholeMachine = t(
  'Gehört zum Wiederherstellen des gesamten virtuellen Computers; der ist bei Tresor der Schritt „Virtuellen Computer erstellen“ nach den Datenträgern.',
  'Belongs to restoring a whole machine; with Tresor that is the step “Create virtual machine” after the disks.',
);

/** Restoring, with the figures of the article on restoring machines in the portal. */
export const restoring: Journey = {
  id: 'restore',
  title: t('Wiederherstellen', 'Restore'),
  articles: ['backup-azure-arm-restore-vms'],
  seed: 'contoso',
  person: 'Adele Vance',
  scenes: [
    {
      id: 'signed-in',
      title: t('Angemeldet', 'Signed in'),
      binds: [step(1, first)],
      actions: [],
      ready: the('heading', t('Willkommen, Adele Vance', 'Welcome, Adele Vance')),
      describes: { links: [w.browse] },
    },
    {
      id: 'restore-browse',
      title: t('Recovery Services-Tresore suchen', 'Look for the vaults'),
      binds: [figure('open-recovery-services-vault'), step(2, first), step(1, tracking)],
      actions: [click('link', w.browse), type('searchbox', undefined, name('recovery'))],
      ready: the('link', w.vaults, { inside: the('region', w.browse) }),
      crop: [the('navigation', t('Hub-Menü', 'Hub menu')), the('region', w.browse)],
      describes: { links: [w.browse, w.vaults] },
      places: [
        { label: w.browse, at: [4, 478, 80, 28] },
        { label: w.vaults, at: [230, 96, 250, 26] },
      ],
      changed: w.hubChanged,
    },
    {
      id: 'vault-list',
      title: w.vaults,
      binds: [figure('list-of-rs-vaults'), step(2, first)],
      actions: [click('link', w.vaults, { inside: the('region', w.browse) })],
      ready: the('link', w.operations),
      crop: [blade(w.vaults)],
      describes: {
        blades: [w.vaults],
        buttons: [t('Spalten', 'Columns'), t('Aktualisieren', 'Refresh')],
        links: [t('Hinzufügen', 'Add')],
        columns: [name('NAME'), w.resourceGroup, t('STANDORT', 'LOCATION'), t('ABONNEMENT', 'SUBSCRIPTION')],
      },
      places: [{ label: w.vaults, at: [16, 14, 200, 24] }],
    },
    {
      id: 'vault-picked',
      title: t('Tresor öffnen', 'Open the vault'),
      binds: [figure('select-vault-open-vault-blade'), step(3, first), step(2, tracking)],
      actions: [click('link', w.operations)],
      ready: text(t('Speicherreplikation', 'Storage replication')),
      describes: { texts: [name('OperationsVault')] },
    },
    {
      id: 'vault-dashboard',
      title: t('Dashboard des Tresors', 'Dashboard of the vault'),
      binds: [figure('vault-dashboard'), step(4, first)],
      actions: [],
      ready: text(azureMachines),
      crop: [blade(w.operations)],
      describes: { blades: [w.operations], texts: [w.items, w.jobs, azureMachines] },
      explains: { 'Azure Virtual Machines': machinesRenamed },
      places: [
        { label: w.items, at: [36, 455, 170, 140] },
        { label: azureMachines, at: [36, 485, 170, 20] },
      ],
    },
    {
      id: 'item-list',
      title: w.items,
      binds: [figure('list-of-vms-in-vault'), step(4, first)],
      actions: [click('link', w.items, { inside: the('navigation', t('Menü des Tresors', 'Vault menu')) })],
      ready: the('link', machine),
      crop: [blade(w.items)],
      describes: {
        blades: [w.items],
        links: [t('Hinzufügen', 'Add'), t('Aktualisieren', 'Refresh')],
        columns: [
          name('NAME'),
          w.resourceGroup,
          t('ELEMENTTYP', 'ITEM TYPE'),
          t('LETZTER SICHERUNGSSTATUS', 'LAST BACKUP STATUS'),
          t('LETZTER WIEDERHERSTELLUNGSPUNKT', 'LATEST RESTORE POINT'),
          t('SICHERUNGSRICHTLINIE', 'BACKUP POLICY'),
          t('NÄCHSTE SICHERUNG', 'NEXT BACKUP'),
        ],
      },
      changed: t(
        'Eine Spalte mehr als im Artikel: wann das nächste Mal gesichert wird. „Aktualisieren“ steht zuletzt, wie auf jeder Seite.',
        'One column more than in the article: when the next backup is taken. “Refresh” comes last, as on every page.',
      ),
    },
    {
      id: 'item-dashboard',
      title: t('Dashboard des virtuellen Computers', 'Dashboard of the machine'),
      binds: [figure('vm-blade'), step(5, first)],
      actions: [click('link', machine)],
      ready: text(t('Letzte 30 Tage', 'Last 30 days')),
      crop: [blade(machine)],
      describes: {
        blades: [machine],
        links: [w.backupNow, w.restore],
        texts: [
          t('Wiederherstellungspunkte', 'Restore points'),
          t('Letzte 7 Tage', 'Last 7 days'),
          t('Letzter Sicherungsstatus', 'Last backup status'),
        ],
      },
    },
    {
      id: 'item-commands',
      title: t('Befehle des virtuellen Computers', 'Commands of the machine'),
      binds: [figure('vm-blade-menu-restore'), step(6, first)],
      actions: [],
      ready: text(t('Letzte 30 Tage', 'Last 30 days')),
      crop: [the('heading', machine), the('list', t('Befehle', 'Commands'), { inside: blade(machine) })],
      describes: { links: [w.backupNow, w.restore, t('Sicherung beenden', 'Stop backup'), t('Sicherung fortsetzen', 'Resume backup')] },
      places: [{ label: w.restore, at: [140, 56, 58, 52] }],
    },
    {
      id: 'restore-blade',
      title: w.restore,
      binds: [figure('restore-blade'), step(6, first)],
      actions: [open(`${w.OPERATIONS}/items/OperationsRG/FullRestoreVM1/restore`)],
      ready: card(1, t('Wiederherstellungspunkt', 'Restore point')),
      crop: [blade(w.restore)],
      describes: { blades: [w.restore], cards: twoCards },
      places: [{ label: t('Wiederherstellungspunkt', 'Restore point'), at: [18, 126, 246, 71] }],
    },
    {
      id: 'restore-points',
      title: pointBlade,
      binds: [figure('recovery-point-selector'), step(7, first)],
      actions: [clickOn(card(1, t('Wiederherstellungspunkt', 'Restore point')))],
      ready: text(t('Gefiltert: letzte 30 Tage', 'Filtered for last 30 days'), { match: 'has' }),
      crop: [blade(w.restore), blade(pointBlade)],
      describes: {
        blades: [w.restore, pointBlade],
        cards: twoCards,
        buttons: [t('Filter', 'Filter')],
        texts: [
          t('Absturzkonsistent', 'Crash consistent'),
          t('Anwendungskonsistent', 'Application consistent'),
          t('Dateisystemkonsistent', 'File-system consistent'),
          t('Alle Wiederherstellungspunkte', 'All restore points'),
        ],
      },
      explains: {
        'Konsistenz des Wiederherstellungspunkts': t(
          'Das Feld heißt „Konsistenz“ wie die Spalte darunter.',
          'The field is called “Consistency”, as the column below it.',
        ),
        'Restore point consistency': t(
          'Das Feld heißt „Consistency“ wie die Spalte darunter.',
          'The field is called “Consistency”, as the column below it.',
        ),
        'Restore point Consistency': t(
          'Das Feld heißt „Consistency“ wie die Spalte darunter.',
          'The field is called “Consistency”, as the column below it.',
        ),
      },
      places: [
        { label: t('Filter', 'Filter'), at: [14, 66, 40, 40] },
        { label: t('Alle Wiederherstellungspunkte', 'All restore points'), at: [268, 208, 246, 26] },
      ],
    },
    {
      id: 'point-ticked',
      title: t('Punkt gewählt', 'Point chosen'),
      binds: [figure('select-recovery-point'), step(8, first)],
      actions: [tick(t('00:30', '12:30 AM'))],
      ready: the('button', w.ok),
      crop: [blade(pointBlade)],
      describes: { blades: [pointBlade], buttons: [w.ok] },
      places: [{ label: w.ok, at: [20, 690, 82, 20] }],
    },
    {
      id: 'point-set',
      title: t('Wiederherstellungspunkt festgelegt', 'Restore point is set'),
      binds: [figure('recovery-point-set'), step(8, first)],
      actions: [click('button', w.ok)],
      ready: the('row', name('contosostaging'), { match: 'has' }),
      crop: [blade(w.restore)],
      describes: { blades: [w.restore], cards: twoCards },
      places: [{ label: w.restore, at: [16, 14, 80, 24] }],
    },
    {
      id: 'restore-configuration',
      title: configuration,
      binds: [figure('recovery-configuration-wizard'), step(9, first), step(1, second), step(2, second), step(3, second)],
      actions: [],
      ready: the('row', name('contosostaging'), { match: 'has' }),
      crop: [blade(w.restore), blade(configuration)],
      describes: {
        blades: [w.restore, configuration],
        cards: twoCards,
        texts: [
          t('Wiederherstellungstyp', 'Restore Type'),
          t('Datenträger wiederherstellen', 'Restore disks'),
          t('Speicherkonto', 'Storage account'),
        ],
        buttons: [w.ok],
      },
      explains: {
        'Konfiguration wiederherstellen': t(
          'Der Artikel nennt dasselbe Blatt zweimal „Wiederherstellungskonfiguration“ und einmal so.',
          'The article calls the same blade “Restore configuration” elsewhere.',
        ),
        'Name des virtuellen Computers': wholeMachine,
        'Virtuelles Netzwerk': wholeMachine,
        Subnetz: wholeMachine,
        'Virtual machine name': wholeMachine,
        'Virtual network': wholeMachine,
        'Virtual Network': wholeMachine,
        Subnet: wholeMachine,
        'Recovery configuration': t(
          'Der englische Artikel nennt dasselbe Blatt auch „Restore configuration“.',
          'The article also calls the same blade “Restore configuration”.',
        ),
        'Restore disks': t(
          'Auf Deutsch steht „Datenträger wiederherstellen“; der Artikel übersetzt es in Klammern anders.',
          'In German it reads “Datenträger wiederherstellen”.',
        ),
      },
      changed: t(
        'Bei verschlüsselten virtuellen Computern werden nur die Datenträger wiederhergestellt; gefragt wird nach dem Speicherkonto, und unbrauchbare Konten sagen warum.',
        'Of encrypted machines only the disks are restored; asked is the storage account, and accounts that do not fit say why.',
      ),
      places: [
        { label: t('Ressourcengruppe', 'Resource group'), at: [300, 250, 250, 50] },
        { label: t('Speicherkonto', 'Storage account'), at: [300, 410, 250, 40] },
      ],
    },
    {
      id: 'restore-ready',
      title: t('Bereit zum Wiederherstellen', 'Ready to restore'),
      binds: [figure('trigger-restore-operation'), step(4, second)],
      actions: [tick(name('contosostaging')), click('button', w.ok)],
      ready: text(t('Konfiguriert', 'Configured'), { match: 'has' }),
      crop: [blade(w.restore)],
      describes: { blades: [w.restore], cards: twoCards, buttons: [w.restore] },
      places: [{ label: w.restore, at: [16, 680, 82, 22] }],
    },
    {
      id: 'restore-running',
      title: t('Wiederherstellung hat begonnen', 'The restore has started'),
      binds: [figure('restore-notification'), passage(1, tracking)],
      actions: [
        click('button', w.restore, { inside: blade(w.restore) }),
        see(text(started)),
        click('button', w.notifications, { match: 'starts' }),
      ],
      ready: the('button', w.dismissFinished),
      describes: { texts: [started, t('Datenträger wiederherstellen', 'Restore disks')] },
      changed: t(
        'Nach dem Start öffnet sich die Wiederherstellung mit ihren Schritten bis zum laufenden virtuellen Computer; die Benachrichtigung erscheint daneben.',
        'After the start the restore opens with its steps up to the running machine; the notification appears beside it.',
      ),
    },
    {
      id: 'dashboard-jobs',
      title: t('Kachel Sicherungsaufträge', 'Tile of the jobs'),
      binds: [figure('vault-dashboard-jobs'), step(3, tracking)],
      actions: [open(w.OPERATIONS)],
      ready: text(t('Speicherreplikation', 'Storage replication')),
      crop: [blade(w.operations)],
      describes: { blades: [w.operations], texts: [w.jobs, t('In Bearbeitung', 'In progress')] },
      explains: { 'Azure Virtual Machines': machinesRenamed },
      places: [{ label: w.jobs, at: [160, 330, 140, 140] }],
    },
    {
      id: 'restore-job',
      title: t('Auftrag in Bearbeitung', 'Job in progress'),
      binds: [figure('restore-job-in-progress'), step(3, tracking)],
      actions: [open(`${w.OPERATIONS}/jobs`)],
      ready: text(t('In Bearbeitung', 'In progress'), { inside: blade(w.jobs) }),
      crop: [blade(w.jobs)],
      describes: {
        blades: [w.jobs],
        columns: [
          t('WORKLOADNAME', 'WORKLOAD NAME'),
          t('VORGANG', 'OPERATION'),
          name('STATUS'),
          t('TYP', 'TYPE'),
          t('STARTZEIT', 'START TIME'),
          t('DAUER', 'DURATION'),
        ],
        texts: [w.restore, t('In Bearbeitung', 'In progress')],
      },
    },
    {
      id: 'restore-journey',
      title: t('Datenträger sind da', 'The disks are there'),
      binds: [step(1, special), step(2, special)],
      actions: [pass(120), open(`${w.OPERATIONS}/restores`), click('link', machine)],
      ready: text(t('Erledigt', 'Done'), { match: 'has' }),
      describes: {
        texts: [
          t('Datenträger wiederherstellen', 'Restore disks'),
          t('Schlüssel und Geheimnis', 'Key and secret'),
          t('Virtuellen Computer erstellen', 'Create virtual machine'),
        ],
      },
      changed: t(
        'Was der Artikel mit PowerShell tut, führt Tresor Schritt für Schritt.',
        'What the article does with PowerShell, Tresor leads through step by step.',
      ),
    },
  ],
};

import { blade, card, choose, click, clickOn, figure, open, passage, row, see, step, text, the, tick, type } from '../src/scene/say';
import type { Journey } from '../src/scene/scene';
import { name, t } from '../src/words';
import * as w from './words';

const section = ['configure-backup', 'konfigurieren-der-sicherung', 'select-a-backup-goal-set-policy-and-define-items-to-protect'];
const supported = ['supported-scenarios', 'unterstützte-szenarien'];
const before = ['pre-requisites', 'voraussetzungen'];
const schedule = t('Täglich um 00:30 Uhr', 'Daily at 12:30 AM');
const where = t('Wo wird Ihre Workload ausgeführt?', 'Where is your workload running?');
const what = t('Was möchten Sie sichern?', 'What do you want to backup?');
const threeCards = [w.goal, w.policy, w.itemsToBackup];
const machineColumns = [
  t('Alle angezeigten auswählen', 'Select all shown'),
  w.machineName,
  w.resourceGroup,
  t('VERSCHLÜSSELUNG', 'ENCRYPTION'),
  t('SCHLÜSSELTRESOR', 'KEY VAULT'),
  t('REGION', 'REGION'),
  t('VM-AGENT', 'VM AGENT'),
];
const machineFilter = (words: string) => type('searchbox', w.filterItems, name(words));

/** Backing up encrypted machines: the seven figures of the article, and its steps without one. */
export const encryption: Journey = {
  id: 'encryption',
  title: t('Verschlüsselte VMs sichern', 'Back up encrypted VMs'),
  articles: ['backup-azure-vms-encryption', 'backup-azure-arm-vms-prepare', 'backup-azure-vms-first-look-arm'],
  seed: 'contoso',
  person: 'Adele Vance',
  scenes: [
    {
      id: 'browse',
      title: w.browse,
      binds: [
        figure('browse-to-rs-vaults'),
        step(1, ...section),
        passage(1, 'select-a-backup-goal-set-policy-and-define-items-to-protect'),
      ],
      actions: [click('link', w.browse), type('searchbox', undefined, name('Reco'))],
      ready: the('link', w.vaults, { inside: the('region', w.browse) }),
      crop: [the('navigation', t('Hub-Menü', 'Hub menu')), the('region', w.browse)],
      describes: {
        links: [
          t('Neu', 'New'),
          t('Virtuelle Computer', 'Virtual machines'),
          w.notHere,
          w.browse,
          w.vaults,
          t('Site Recovery-Tresore (klassisch)', 'Site Recovery vaults (classic)'),
        ],
        texts: [t('Umschalt+Leertaste zum Ein-/Ausschalten von Favoriten', 'Shift+Space to toggle favorites')],
      },
      places: [
        { label: w.browse, at: [8, 364, 62, 24] },
        { label: t('Recovery Services', 'Recovery Services'), at: [200, 44, 212, 22] },
        { label: w.vaults, at: [181, 84, 249, 25] },
      ],
      changed: w.hubChanged,
    },
    {
      id: 'vault-menu',
      title: t('Menü des Recovery Services-Tresors', 'Menu of the vault'),
      binds: [
        figure('select-backup'),
        figure('backup-button'),
        figure('vault-settings'),
        figure('discovering-new-vms'),
        step(2, ...section),
      ],
      actions: [
        click('link', w.vaults, { inside: the('region', w.browse) }),
        click('link', w.ignite),
        click('link', w.backup, { inside: the('navigation', t('Menü des Tresors', 'Vault menu')) }),
      ],
      ready: card(1, w.goal),
      crop: [blade(w.ignite)],
      describes: {
        blades: [w.ignite],
        fields: [t('Suchen (STRG+/)', 'Search (Ctrl+/)')],
        links: [
          t('Übersicht', 'Overview'),
          t('Aktivitätsprotokoll', 'Activity log'),
          t('Diagnose und Problembehandlung', 'Diagnose and solve problems'),
          t('Eigenschaften', 'Properties'),
          t('Sperren', 'Locks'),
          t('Automatisierungsskript', 'Automation script'),
          w.backup,
          name('Site Recovery'),
          t('Voraussetzungen', 'Prerequisites'),
        ],
        texts: [t('EINSTELLUNGEN', 'SETTINGS'), t('ERSTE SCHRITTE', 'GETTING STARTED')],
      },
      places: [{ label: w.backup, at: [21, 450, 208, 37] }],
      changed: t(
        'Die Einträge der Abbildung stehen in ihrer Reihenfolge; Eigenschaften, Sperren, Automatisierungsskript und Site Recovery gehören nicht zur Sicherung, sind grau und sagen das. Dahinter stehen die von Tresor: die Voraussetzungen unter „Erste Schritte“, dann „Zugriff“ (Schlüsseltresore, „Darf ich?“), „Überwachung“ (Sicherungselemente, Aufträge, Wiederherstellungen) und „Verwalten“ (Richtlinien, Infrastruktur). Der Name des Tresors ist ausgeschrieben.',
        'The entries of the picture stand in its order; Properties, Locks, Automation script and Site Recovery are not part of backing up, are grey and say so. Behind them stand those of Tresor: the prerequisites under “Getting started”, then “Access” (key vaults, “Can I?”), “Monitoring” (backup items, jobs, restores) and “Manage” (policies, infrastructure). The name of the vault is written in full.',
      ),
    },
    {
      id: 'goal',
      title: w.goal,
      binds: [figure('select-backup-goal-one'), step(3, ...section)],
      actions: [clickOn(card(1, w.goal))],
      ready: the('combobox', where),
      crop: [blade(w.backup), blade(w.goalBlade)],
      describes: {
        blades: [w.backup, w.goalBlade],
        cards: threeCards,
        fields: [where, what],
        buttons: [w.enable, w.ok],
        texts: [t('Auswählen', 'Select'), name('Azure'), t('Virtueller Computer', 'Virtual machine')],
      },
      places: [
        { label: w.backup, at: [18, 28, 60, 20] },
        { label: w.goal, at: [20, 126, 236, 70] },
        { label: where, at: [301, 126, 240, 40] },
        { label: what, at: [301, 178, 240, 40] },
      ],
    },
    {
      id: 'goal-chosen',
      title: t('Ziel gewählt', 'Goal chosen'),
      binds: [figure('select-backup-goal-two'), step(4, ...section)],
      actions: [click('button', w.ok)],
      ready: text(schedule),
      crop: [blade(w.backup), blade(w.policy)],
      describes: {
        blades: [w.backup, w.policy],
        cards: threeCards,
        buttons: [w.enable, w.ok],
        texts: [t('Azure Backup (VM-Erweiterung)', 'Azure Backup (VM extension)')],
      },
      places: [
        { label: w.policy, at: [290, 28, 100, 20] },
        { label: w.ok, at: [303, 402, 82, 20] },
        { label: w.goal, at: [18, 127, 238, 71] },
      ],
    },
    {
      id: 'goal-fields',
      title: t('Felder des Sicherungsziels', 'Fields of the backup goal'),
      binds: [step(4, ...section)],
      actions: [clickOn(card(1, w.goal))],
      ready: the('combobox', where),
      crop: [blade(w.goalBlade)],
      describes: { blades: [w.goalBlade], fields: [where, what], buttons: [w.ok] },
    },
    {
      id: 'policy',
      title: w.policy,
      binds: [figure('setting-rs-backup-policy-new'), step(5, ...section)],
      actions: [click('button', w.ok)],
      ready: text(schedule),
      crop: [blade(w.policy)],
      describes: {
        blades: [w.policy],
        fields: [t('Sicherungsrichtlinie auswählen', 'Choose backup policy')],
        buttons: [t('Richtlinie bearbeiten – Anweisungen', 'Edit policy - Instructions'), w.ok],
        texts: [
          name('DefaultPolicy'),
          t('SICHERUNGSHÄUFIGKEIT', 'BACKUP FREQUENCY'),
          schedule,
          t('AUFBEWAHRUNGSDAUER', 'RETENTION RANGE'),
          t('Aufbewahrung des täglichen Sicherungspunkts', 'Retention of daily backup point'),
        ],
      },
      places: [
        { label: t('Sicherungsrichtlinie auswählen', 'Choose backup policy'), at: [18, 126, 220, 40] },
        { label: t('Neu erstellen', 'Create New'), at: [18, 144, 208, 22] },
        { label: w.ok, at: [18, 400, 84, 20] },
      ],
    },
    {
      id: 'machines',
      title: w.machines,
      binds: [figure('selected-encrypted-vms'), figure('select-vms-to-backup-new'), step(6, ...section)],
      actions: [
        click('button', w.ok),
        choose(t('Anzeigen', 'Show'), t('Auswählbare', 'Can be chosen')),
        tick(name('DBVM1Restore')),
        tick(name('DBVM2')),
      ],
      ready: text(name('DBVM3')),
      crop: [blade(w.machines)],
      describes: {
        blades: [w.machines],
        columns: machineColumns,
        fields: [w.filterItems],
        buttons: [w.ok],
        texts: [name('DBVM1Restore'), name('DBVM2'), name('DBVM3'), t('Ausgewählte virtuelle Computer', 'Selected virtual machines')],
      },
      places: [
        { label: w.machineName, at: [48, 79, 115, 14] },
        { label: w.resourceGroup, at: [268, 79, 80, 14] },
        { label: t('Ausgewählte virtuelle Computer', 'Selected virtual machines'), at: [8, 284, 400, 30] },
        { label: w.ok, at: [20, 350, 64, 18] },
      ],
      changed: t(
        'Die drei Spalten der Abbildung stehen zuerst. Dahinter sagt die Liste, wie ein virtueller Computer verschlüsselt ist, in welchem Schlüsseltresor seine Schlüssel liegen, in welcher Region er steht und ob sein VM-Agent bereit ist; das Original verriet es nicht. Darüber lassen sich alle gezeigten auf einmal ankreuzen und die auswählbaren allein zeigen; darunter steht, wie viele der Tresor noch aufnimmt.',
        'The three columns of the picture stand first. Behind them the list says how a machine is encrypted, in which key vault its keys are, which region it is in and whether its VM agent is ready; the original did not tell. Above, all that are shown can be ticked at once, and those that can be chosen shown alone; below stands how many more the vault takes.',
      ),
    },
    {
      id: 'key-vault-notice',
      title: t('Hinweis zum Schlüsseltresor', 'Key vault notice'),
      binds: [figure('encrypted-vm-message'), figure('enable-backup-settings-new'), step(7, ...section)],
      actions: [click('button', w.ok)],
      ready: text(t('Zugriff vorhanden', 'Access granted'), { match: 'has' }),
      crop: [blade(w.backup)],
      describes: {
        blades: [w.backup],
        cards: threeCards,
        buttons: [w.enable],
        texts: [t('Ausgewählte Elemente: 2', 'Items selected : 2'), name('IgniteDemoKV'), name('DefaultPolicy')],
      },
      places: [
        { label: w.backup, at: [14, 10, 56, 20] },
        { label: t('Schlüsseltresore', 'key vaults'), at: [16, 290, 228, 80] },
        { label: w.enable, at: [15, 426, 108, 22] },
        { label: w.itemsToBackup, at: [16, 218, 228, 60] },
      ],
      changed: t(
        'Unter dem Hinweis steht für jeden Schlüsseltresor, ob Azure Backup Zugriff hat und was fehlt.',
        'Below the notice stands, for each key vault, whether Azure Backup has access and what is lacking.',
      ),
    },
    {
      id: 'agent',
      title: t('VM-Agent', 'VM agent'),
      binds: [step(8, ...section)],
      fresh: true,
      actions: [open(`${w.OPERATIONS}/backup/machines`), machineFilter('Agent'), see(the('row', name('NoAgentVM1'), { match: 'has' }))],
      ready: text(t('Nicht bereit', 'Not ready')),
      crop: [blade(w.machines)],
      describes: { blades: [w.machines], columns: machineColumns, texts: [name('NoAgentVM1'), name('OldAgentVM1')] },
    },
    {
      id: 'classic-refused',
      title: t('Klassisch bereitgestellt: nicht unterstützt', 'Classic deployment: not supported'),
      binds: [step(1, ...supported)],
      actions: [machineFilter('Classic')],
      ready: text(name('ClassicVM1')),
      crop: [blade(w.machines)],
      describes: { blades: [w.machines], columns: machineColumns },
    },
    {
      id: 'windows-and-linux',
      title: t('Verschlüsselte Windows- und Linux-Computer', 'Encrypted Windows and Linux machines'),
      binds: [step(2, ...supported), step(1, ...before)],
      actions: [machineFilter('BEK+KEK')],
      ready: text(name('DBVM1Restore')),
      crop: [blade(w.machines)],
      describes: { blades: [w.machines], columns: machineColumns, texts: [name('BEK+KEK')] },
    },
    {
      id: 'bek-alone-refused',
      title: t('Nur BEK: nicht unterstützt', 'BEK alone: not supported'),
      binds: [step(3, ...supported)],
      actions: [machineFilter('BekOnlyVM1')],
      ready: text(name('BekOnlyVM1')),
      crop: [blade(w.machines)],
      describes: { blades: [w.machines], columns: machineColumns, texts: [name('BEK')] },
    },
    {
      id: 'prerequisites',
      title: t('Voraussetzungen', 'Prerequisites'),
      binds: [step(1, ...before), step(2, ...before)],
      actions: [open(`${w.IGNITE}/prerequisites`)],
      ready: the('heading', t('Voraussetzungen', 'Prerequisites')),
      crop: [blade(t('Voraussetzungen', 'Prerequisites'))],
      describes: { blades: [t('Voraussetzungen', 'Prerequisites')] },
    },
    {
      id: 'vault-overview',
      title: t('Tresor und Speicherreplikation', 'Vault and storage replication'),
      binds: [step(2, ...before)],
      actions: [open(w.IGNITE)],
      ready: text(t('Speicherreplikation', 'Storage replication')),
      crop: [blade(w.ignite)],
      describes: {
        blades: [w.ignite],
        texts: [t('Speicherreplikation', 'Storage replication'), t('Georedundant (GRS)', 'Geo-redundant (GRS)')],
      },
    },
    {
      id: 'restore-disks-only',
      title: t('Datenträger wiederherstellen', 'Restore disks'),
      binds: [passage(1, 'restore-encrypted-vm', 'wiederherstellen-der-verschlüsselten-vm'), row(4, ...w.errorsSection)],
      actions: [open(`${w.OPERATIONS}/items/OperationsRG/FullRestoreVM1/restore/configuration`)],
      ready: the('row', name('contosostaging'), { match: 'has' }),
      describes: {
        texts: [
          t('Datenträger wiederherstellen', 'Restore disks'),
          t('Azure Backup darf deren Schlüssel nicht benutzen', 'Azure Backup isn’t allowed to use their keys'),
        ],
      },
      explains: {
        'Wiederherstellen von gesicherten Datenträgern': t(
          'So heißt ein Abschnitt des Artikels über das Wiederherstellen. Auf dem Bildschirm heißt die Wahl „Datenträger wiederherstellen“.',
          'This is the title of a section of the article on restoring. On the screen the choice is called “Datenträger wiederherstellen”.',
        ),
        'Restore backed up disks': t(
          'So heißt ein Abschnitt des Artikels über das Wiederherstellen. Auf dem Bildschirm heißt die Wahl „Restore disks“.',
          'This is the title of a section of the article on restoring. On the screen the choice is called “Restore disks”.',
        ),
      },
    },
  ],
};

import type { Language } from '../pages/language';
import type { PowerState } from '../world/compute/guests';
import type { CommandName } from './commands';
import type { HardwareWords } from './hardware';
import type { PolicyWords } from './policies';
import type { RoleWords } from './roles';
import type { FactorWords } from './second-factor';

interface Words {
  title: string;
  explanation: string;
  filter: string;
  show: string;
  none: string;
  more: string;
  refused: string;
  back: string;
  power: Record<PowerState, string>;
  recovery: string;
  systemDamaged: string;
  lockedDrive: string;
  agent: Record<'missing' | 'silent' | 'runs' | 'there', string>;
  network: Record<'connected' | 'cut', string>;
  commands: Record<CommandName, string>;
  done: Record<CommandName, string>;
  roles: RoleWords;
  secondFactor: FactorWords;
  policies: PolicyWords;
  hardware: HardwareWords;
}

/** What stands on the page; `{}` is filled in. */
export const texts: Record<Language, Words> = {
  de: {
    title: 'Serverraum',
    explanation:
      'Local Azure auf Ihrem Computer spielt auch die virtuellen Computer. Hier tun Sie, was nur kann, wer an einem von ihnen sitzt. Azure erfährt davon, was der VM-Agent meldet.',
    filter: 'Name enthält',
    show: 'Anzeigen',
    none: 'Kein virtueller Computer heißt so.',
    more: 'Und {} weitere: geben Sie einen Teil des Namens ein.',
    refused: 'Das kam nicht von dieser Seite. Es ist nichts geschehen.',
    back: 'Zum Serverraum',
    power: {
      running: 'läuft',
      stopped: 'heruntergefahren',
      deallocated: 'abgeschaltet',
      starting: 'wird gestartet',
      stopping: 'wird heruntergefahren',
      deallocating: 'wird abgeschaltet',
    },
    recovery: 'wartet auf den Schlüssel seiner Datenträger',
    systemDamaged: 'startet nicht, das Betriebssystem ist beschädigt',
    lockedDrive: 'ein Laufwerk ist mit BitLocker gesperrt',
    agent: {
      missing: 'kein VM-Agent',
      silent: 'VM-Agent {} läuft nicht',
      runs: 'VM-Agent {} läuft',
      there: 'VM-Agent {}',
    },
    network: { connected: 'im Netzwerk', cut: 'ohne Netzwerk' },
    commands: {
      'switch-on': 'Einschalten',
      'install-agent': 'VM-Agent installieren',
      'start-agent': 'VM-Agent starten',
      'connect-network': 'Netzwerk verbinden',
      'unlock-drive': 'Laufwerk entsperren',
      'stop-agent': 'VM-Agent anhalten',
      'remove-agent': 'VM-Agent entfernen',
      'cut-network': 'Netzwerk trennen',
      'shut-down': 'Herunterfahren',
    },
    done: {
      'switch-on': 'Der Computer startet.',
      'install-agent': 'Der VM-Agent ist installiert und läuft.',
      'start-agent': 'Der VM-Agent läuft.',
      'connect-network': 'Das Netzwerk ist verbunden.',
      'unlock-drive': 'Das Laufwerk ist entsperrt.',
      'stop-agent': 'Der VM-Agent ist angehalten.',
      'remove-agent': 'Der VM-Agent ist entfernt.',
      'cut-network': 'Das Netzwerk ist getrennt.',
      'shut-down': 'Der Computer fährt herunter.',
    },
    roles: {
      title: 'Rollen, die jemand aktivieren kann',
      explanation:
        'In Azure aktiviert man sie selbst, unter „Privileged Identity Management“. Hier steht es jedem offen, der vor diesem Computer sitzt. Die Rolle gilt eine Stunde.',
      approvers: 'mit Genehmigung von',
      state: { 'activate-role': 'nicht aktiv', 'ask-for-role': 'nicht aktiv', 'approve-role': 'angefragt', 'end-role': 'aktiv' },
      commands: { 'activate-role': 'Aktivieren', 'ask-for-role': 'Anfragen', 'approve-role': 'Genehmigen', 'end-role': 'Zurückgeben' },
      done: {
        'activate-role': 'Die Rolle ist eine Stunde lang aktiv.',
        'ask-for-role': 'Die Rolle ist angefragt.',
        'approve-role': 'Die Rolle ist genehmigt und eine Stunde lang aktiv.',
        'end-role': 'Die Rolle ist zurückgegeben.',
      },
    },
    secondFactor: {
      title: 'Womit sich jemand anmeldet',
      explanation:
        'In Azure entscheiden das Sicherheitsstandards oder bedingter Zugriff. Wer sich mit einem Kennwort allein anmeldet, darf lesen; bevor Azure Resource Manager etwas ändert, verlangt er einen zweiten Faktor (MFA).',
      state: { 'password-alone': 'mit einem zweiten Faktor', 'second-factor': 'mit einem Kennwort allein' },
      commands: { 'password-alone': 'Nur Kennwort', 'second-factor': 'Zweiten Faktor verlangen' },
      done: {
        'password-alone': 'Ab dem nächsten Token genügt das Kennwort.',
        'second-factor': 'Die Anmeldung verlangt wieder einen zweiten Faktor.',
      },
    },
    policies: {
      title: 'Was Richtlinien verbieten und tun',
      explanation:
        'In Azure weist sie unter „Policy“ zu, wer das darf; in fast jedem Mandanten gilt eine. Azure Resource Manager lehnt dann ab, was sie verbieten, mit dem Namen der Richtlinie. Andere Richtlinien lassen virtuelle Computer, die angelegt oder geändert werden, nach etwa einer Viertelstunde von selbst sichern. Eine neue Zuweisung und ihr Ende wirken bis zu einer halben Stunde später.',
      policy: 'Richtlinie',
      scope: 'Gilt in',
      assign: 'Zuweisen',
      take: 'Zuweisung aufheben',
      assigned: 'Die Richtlinie ist zugewiesen.',
      taken: 'Die Zuweisung ist aufgehoben.',
      about: {
        'allowed-locations': ' (nur northeurope)',
        'allowed-group-locations': ' (nur northeurope)',
        'tag-on-groups': ' (CostCenter)',
        'tag-on-resources': ' (CostCenter)',
        'no-public-key-vaults': '',
        'purge-protection': '',
        'no-public-storage': '',
        'allowed-sizes': ' (nur Standard_B1s)',
        'no-public-addresses': '',
        'inherit-tag': ' (CostCenter)',
        'back-up-machines': ' (nur aus Images, erster Tresor der Region)',
        'back-up-every-machine': ' (auch wiederhergestellte, erster Tresor der Region)',
      },
    },
    hardware: {
      title: 'Was in den Rechenzentren fehlt',
      explanation:
        'Nicht jede Größe virtueller Computer gibt es überall, und nicht immer ist Platz: nach dem Ausfall einer Region suchen ihn alle zugleich. Hier fehlt eine Größe in einer Region allen Abonnements.',
      size: 'Größe',
      region: 'Region',
      how: 'Wie sich das zeigt',
      take: 'Wegnehmen',
      taken: 'Die Größe fehlt dort jetzt.',
      giveBack: 'Zurückgeben',
      givenBack: 'Die Größe gibt es dort wieder.',
      shortage: {
        restricted: 'wird nicht angeboten (steht in der Liste der Größen)',
        scarce: 'wird abgelehnt, wenn jemand sie verlangt (steht in keiner Liste)',
        exhausted: 'wird angenommen und schlägt fehl, wenn der Computer entsteht oder startet',
      },
    },
  },
  en: {
    title: 'Server room',
    explanation:
      'Local Azure on your computer plays the virtual machines, too. Here you do what only somebody can who sits at one of them. Azure learns of it what the VM agent reports.',
    filter: 'Name contains',
    show: 'Show',
    none: 'No virtual machine has such a name.',
    more: 'And {} more: enter a part of the name.',
    refused: 'That did not come from this page. Nothing was done.',
    back: 'To the server room',
    power: {
      running: 'running',
      stopped: 'shut down',
      deallocated: 'switched off',
      starting: 'starting',
      stopping: 'shutting down',
      deallocating: 'being switched off',
    },
    recovery: 'waits for the key of its disks',
    systemDamaged: 'does not start, its operating system is damaged',
    lockedDrive: 'a drive is locked by BitLocker',
    agent: {
      missing: 'no VM agent',
      silent: 'VM agent {} not running',
      runs: 'VM agent {} running',
      there: 'VM agent {}',
    },
    network: { connected: 'on the network', cut: 'no network' },
    commands: {
      'switch-on': 'Switch on',
      'install-agent': 'Install VM agent',
      'start-agent': 'Start VM agent',
      'connect-network': 'Connect network',
      'unlock-drive': 'Unlock drive',
      'stop-agent': 'Stop VM agent',
      'remove-agent': 'Remove VM agent',
      'cut-network': 'Cut network',
      'shut-down': 'Shut down',
    },
    done: {
      'switch-on': 'The machine starts.',
      'install-agent': 'The VM agent is installed and runs.',
      'start-agent': 'The VM agent runs.',
      'connect-network': 'The network is connected.',
      'unlock-drive': 'The drive is unlocked.',
      'stop-agent': 'The VM agent is stopped.',
      'remove-agent': 'The VM agent is removed.',
      'cut-network': 'The network is cut.',
      'shut-down': 'The machine shuts down.',
    },
    roles: {
      title: 'Roles that somebody can activate',
      explanation:
        'In Azure people activate them for themselves, in “Privileged Identity Management”. Here anyone at this computer can. The role lasts for an hour.',
      approvers: 'approved by',
      state: { 'activate-role': 'not active', 'ask-for-role': 'not active', 'approve-role': 'requested', 'end-role': 'active' },
      commands: { 'activate-role': 'Activate', 'ask-for-role': 'Request', 'approve-role': 'Approve', 'end-role': 'Give back' },
      done: {
        'activate-role': 'The role is active for an hour.',
        'ask-for-role': 'The role was requested.',
        'approve-role': 'The role was approved and is active for an hour.',
        'end-role': 'The role was given back.',
      },
    },
    secondFactor: {
      title: 'What people sign in with',
      explanation:
        'In Azure, security defaults or Conditional Access decide this. Someone who signs in with a password alone can read; before Azure Resource Manager changes anything, it asks for a second factor (MFA).',
      state: { 'password-alone': 'with a second factor', 'second-factor': 'with a password alone' },
      commands: { 'password-alone': 'Password alone', 'second-factor': 'Ask for a second factor' },
      done: {
        'password-alone': 'From the next token on, the password will do.',
        'second-factor': 'A sign-in asks for a second factor again.',
      },
    },
    policies: {
      title: 'What policies forbid and do',
      explanation:
        'In Azure, those who may do so assign them under “Policy”; in almost every tenant there is one. Azure Resource Manager then refuses what they forbid, with the name of the policy. Other policies have virtual machines that are made or changed backed up by themselves, about a quarter of an hour later. A new assignment, and the end of one, take effect up to half an hour later.',
      policy: 'Policy',
      scope: 'Holds in',
      assign: 'Assign',
      take: 'Take away',
      assigned: 'The policy is assigned.',
      taken: 'The policy is no longer assigned.',
      about: {
        'allowed-locations': ' (northeurope only)',
        'allowed-group-locations': ' (northeurope only)',
        'tag-on-groups': ' (CostCenter)',
        'tag-on-resources': ' (CostCenter)',
        'no-public-key-vaults': '',
        'purge-protection': '',
        'no-public-storage': '',
        'allowed-sizes': ' (Standard_B1s only)',
        'no-public-addresses': '',
        'inherit-tag': ' (CostCenter)',
        'back-up-machines': ' (of images only, first vault of the region)',
        'back-up-every-machine': ' (restored ones, too, first vault of the region)',
      },
    },
    hardware: {
      title: 'What the data centers lack',
      explanation:
        'Not every size of virtual machines is everywhere, and there isn’t always room: after a region fails, everybody looks for some at once. Here, a size is missing in a region for all subscriptions.',
      size: 'Size',
      region: 'Region',
      how: 'How that shows',
      take: 'Take away',
      taken: 'The size is missing there now.',
      giveBack: 'Give back',
      givenBack: 'The size is there again.',
      shortage: {
        restricted: 'isn’t offered (the list of sizes says so)',
        scarce: 'is refused when somebody asks for it (no list says so)',
        exhausted: 'is accepted, and fails while the machine is made or started',
      },
    },
  },
};

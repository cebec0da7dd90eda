import type { Aside } from '../src/scene/scene';
import { t } from '../src/words';

const prepare = 'backup-azure-arm-vms-prepare';
const firstLook = 'backup-azure-vms-first-look-arm';
const agent = 'install-the-vm-agent-on-the-virtual-machine';

const onTheMachine = t(
  'Wird auf dem virtuellen Computer selbst getan; das Portal zeigt nur, ob der VM-Agent bereit ist.',
  'Is done on the machine itself; the portal only shows whether the VM agent is ready.',
);
const network = t(
  'Handelt vom Netzwerk und von der Windows-Firewall, nicht vom Portal.',
  'Is about the network and the Windows firewall, not about the portal.',
);
const noScreen = t('Nennt keinen Bildschirm.', 'Names no screen.');
const commands = t('Befehle statt Bildschirmen.', 'Commands instead of screens.');

/** What no scene shows, and why. */
export const asides: readonly Aside[] = [
  { article: prepare, sections: ['prepare-your-environment-to-back-up-resource-manager-deployed-virtual-machines'], because: noScreen },
  { article: prepare, sections: ['limitations-when-backing-up-and-restoring-a-vm'], because: noScreen },
  { article: prepare, sections: [agent], because: onTheMachine },
  {
    article: prepare,
    sections: [
      'network-connectivity',
      'using-an-http-proxy-for-vm-backups',
      'for-windows-machines',
      'step-2-allow-incoming-connections-on-the-proxy-server',
    ],
    because: network,
  },
  { article: firstLook, sections: ['first-look-protect-azure-vms-with-a-recovery-services-vault'], because: noScreen },
  { article: firstLook, sections: [agent], because: onTheMachine },
  {
    article: 'backup-azure-manage-vms',
    because: t(
      'Noch ohne Szenen: geprüft wird der Weg vom Sichern zum Wiederherstellen, nicht das Beenden und Löschen.',
      'Without scenes yet: reviewed is the way from backing up to restoring, not stopping and deleting.',
    ),
  },
  { article: 'backup-azure-vms-automation', because: commands },
  { article: 'azure-security-disk-encryption', because: commands },
  { article: 'key-vault-get-started', because: commands },
  {
    article: 'backup-azure-vms-troubleshoot',
    because: t(
      'Fehler anderer virtueller Computer; die der verschlüsselten stehen in deren Artikel.',
      'Errors of other machines; those of encrypted ones are in their own article.',
    ),
  },
  { article: 'azure-backup-limits', because: noScreen },
];

import type { MachineCheck } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';

/** What would make the creation of a machine fail, and what to do about it. */
interface CheckWords {
  reason: Message;
  todo: Message;
}

const otherSubnet = defineMessages({ todo: { de: 'Wählen Sie ein anderes.', en: 'Choose another one.' } }).todo;

const CHECKS: Readonly<Record<MachineCheck, CheckWords>> = {
  'disks-missing': defineMessages({
    reason: {
      de: 'Wiederhergestellte Datenträger sind nicht mehr da.',
      en: 'Restored disks are no longer there.',
    },
    todo: {
      de: 'Stellen Sie sie im Schritt „Datenträger wiederherstellen“ noch einmal wieder her.',
      en: 'Restore them again in the step that restores the disks.',
    },
  }),
  'disks-untagged': defineMessages({
    reason: {
      de: 'Ein Datenträger, der mit den anderen kam, hat kein Tag „RSVaultBackup“ mehr. Der virtuelle Computer entstünde ohne ihn.',
      en: 'A disk that came with the others no longer has the tag “RSVaultBackup”. The virtual machine would be made without it.',
    },
    todo: {
      de: 'Setzen Sie das Tag wieder, wie es im Schritt „Datenträger wiederherstellen“ steht.',
      en: 'Set the tag again as the step that restores the disks says.',
    },
  }),
  'name-taken': defineMessages({
    reason: {
      de: 'Den Namen gibt es in dieser Ressourcengruppe schon.',
      en: 'This resource group already uses this name.',
    },
    todo: {
      de: 'Wählen Sie einen anderen Namen. Der vorhandene virtuelle Computer bleibt unberührt.',
      en: 'Choose another name. The existing virtual machine isn’t touched.',
    },
  }),
  'size-not-available': defineMessages({
    reason: { de: 'Die Größe gibt es in dieser Region nicht.', en: 'The size isn’t available in this region.' },
    todo: { de: 'Wählen Sie eine andere.', en: 'Choose another one.' },
  }),
  'size-restricted': defineMessages({
    reason: {
      de: 'Azure bietet diese Größe dem Abonnement nicht an: in dieser Region nicht oder nicht in der Zone der Datenträger.',
      en: 'Azure doesn’t offer this size to the subscription, either in this region or in the zone of the disks.',
    },
    todo: {
      de: 'Wählen Sie eine andere, oder lassen Sie sie beim Azure-Support freischalten.',
      en: 'Choose another one, or have Azure support enable it.',
    },
  }),
  'size-other-generation': defineMessages({
    reason: {
      de: 'Mit dieser Größe startet der wiederhergestellte Datenträger des Betriebssystems nicht: Die Größe kennt dessen Generation von virtuellen Computern nicht oder nicht seinen vertrauenswürdigen Start.',
      en: 'The restored operating system disk doesn’t start on this size: the size doesn’t support its generation of virtual machines or its Trusted Launch.',
    },
    todo: { de: 'Wählen Sie eine andere.', en: 'Choose another one.' },
  }),
  quota: defineMessages({
    reason: {
      de: 'Das Kontingent des Abonnements reicht für diese Größe nicht.',
      en: 'The subscription’s quota is too small for this size.',
    },
    todo: { de: 'Wählen Sie eine kleinere, oder lassen Sie es erhöhen.', en: 'Choose a smaller one, or have the quota raised.' },
  }),
  'subnet-missing': {
    ...defineMessages({ reason: { de: 'Das Subnetz gibt es nicht mehr.', en: 'The subnet no longer exists.' } }),
    todo: otherSubnet,
  },
  'subnet-other-region': {
    ...defineMessages({ reason: { de: 'Das Subnetz liegt in einer anderen Region.', en: 'The subnet is in another region.' } }),
    todo: otherSubnet,
  },
  'subnet-full': {
    ...defineMessages({ reason: { de: 'Im Subnetz ist keine Adresse mehr frei.', en: 'No address is left in the subnet.' } }),
    todo: otherSubnet,
  },
  'no-deploy-right': defineMessages({
    reason: {
      de: 'Ihnen fehlt am Schlüsseltresor das Recht „Microsoft.KeyVault/vaults/deploy/action“. Ohne dieses Recht startet kein verschlüsselter virtueller Computer.',
      en: 'You don’t have the right “Microsoft.KeyVault/vaults/deploy/action” on the key vault. Without it, encrypted virtual machines don’t start.',
    },
    todo: { de: 'Bitten Sie die Administration darum.', en: 'Ask your administrator for it.' },
  }),
  'key-vault-not-enabled-for-disk-encryption': defineMessages({
    reason: {
      de: 'Der Schlüsseltresor ist nicht für Azure Disk Encryption freigegeben.',
      en: 'The key vault isn’t enabled for Azure Disk Encryption.',
    },
    todo: {
      de: 'Wer ihn verwaltet, stellt das unter „Zugriffsrichtlinien“ ein.',
      en: 'Ask the person who manages it to set this under “Access policies”.',
    },
  }),
  'key-vault-other-region': defineMessages({
    reason: { de: 'Der Schlüsseltresor liegt in einer anderen Region.', en: 'The key vault is in another region.' },
    todo: {
      de: 'Stellen Sie Schlüssel und Geheimnis in einem der richtigen Region wieder her.',
      en: 'Restore the key and secret to one in the right region.',
    },
  }),
  'group-locked': defineMessages({
    reason: {
      de: 'Eine Sperre „Schreibgeschützt“ lässt in dieser Ressourcengruppe nichts entstehen.',
      en: 'A read-only lock lets nothing be created in this resource group.',
    },
    todo: {
      de: 'Wählen Sie eine andere, oder lassen Sie die Sperre entfernen.',
      en: 'Choose another one, or have the lock removed.',
    },
  }),
  'no-right-to-create': defineMessages({
    reason: {
      de: 'Sie dürfen in dieser Ressourcengruppe keinen virtuellen Computer erstellen.',
      en: 'You can’t create a virtual machine in this resource group.',
    },
    todo: {
      de: 'Wählen Sie eine andere, oder bitten Sie um die Rolle „Mitwirkender für virtuelle Computer“.',
      en: 'Choose another one, or ask for the role “Virtual Machine Contributor”.',
    },
  }),
  'no-right-to-attach-disks': defineMessages({
    reason: {
      de: 'Sie dürfen die wiederhergestellten Datenträger nicht ändern; das gehört dazu, wenn ein virtueller Computer sie bekommt.',
      en: 'You can’t change the restored disks, which is part of attaching them to a virtual machine.',
    },
    todo: {
      de: 'Bitten Sie an der Ressourcengruppe der Datenträger um die Rolle „Mitwirkender für virtuelle Computer“.',
      en: 'Ask for the role “Virtual Machine Contributor” on the disks’ resource group.',
    },
  }),
  'no-right-to-join-subnet': defineMessages({
    reason: { de: 'Sie dürfen in dieses Subnetz nichts stellen.', en: 'You can’t put anything in this subnet.' },
    todo: {
      de: 'Wählen Sie ein anderes, oder bitten Sie um „Microsoft.Network/virtualNetworks/subnets/join/action“.',
      en: 'Choose another one, or ask for “Microsoft.Network/virtualNetworks/subnets/join/action”.',
    },
  }),
  'keys-not-verified': defineMessages({
    reason: { de: 'Schlüssel und Geheimnis sind noch nicht da.', en: 'The key and secret aren’t there yet.' },
    todo: { de: 'Holen Sie sie im Schritt davor zurück.', en: 'Bring them back in the previous step.' },
  }),
  'locks-unseen': defineMessages({
    reason: {
      de: 'Ob eine Sperre die Ressourcengruppe schützt, ist für Sie nicht zu sehen.',
      en: 'You can’t see whether a lock protects the resource group.',
    },
    todo: {
      de: 'Sie können es versuchen: Ist sie schreibgeschützt, lehnt Azure ab, und nichts entsteht. Zu sehen ist es mit dem Recht „Microsoft.Authorization/locks/read“.',
      en: 'You can try: if it’s read-only, Azure refuses and nothing is created. The right “Microsoft.Authorization/locks/read” shows it.',
    },
  }),
};

/** What is only out of sight keeps from nothing. */
export const isInTheWay = (check: MachineCheck): boolean => check !== 'locks-unseen';

export const checkWords = (check: MachineCheck): CheckWords => CHECKS[check];

const isCheck = (check: string): check is MachineCheck => Object.hasOwn(CHECKS, check);

export const MACHINE_CHECKS: readonly (readonly [MachineCheck, CheckWords])[] = Object.keys(CHECKS)
  .filter(isCheck)
  .map((check) => [check, CHECKS[check]]);

import type { RestoreStep, Wanted } from '@tresor/scripts';
import { rightsFor, type Place, type StepId } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../language/messages';
import type { Text } from '../../language/use-text';

const places: Readonly<Record<Place, Message>> = defineMessages({
  vault: { de: 'am Recovery Services-Tresor', en: 'on the Recovery Services vault' },
  subscription: { de: 'am Abonnement', en: 'on the subscription' },
  machine: { de: 'an jedem virtuellen Computer', en: 'on each virtual machine' },
  group: { de: 'an der Ressourcengruppe, in der etwas entsteht', en: 'on the resource group where something is created' },
  network: { de: 'am Subnetz', en: 'on the subnet' },
  'storage-account': { de: 'am Speicherkonto', en: 'on the storage account' },
  'key-vault': { de: 'an jedem Schlüsseltresor', en: 'on each key vault' },
  'policy-key-vault': { de: 'an Schlüsseltresoren mit Zugriffsrichtlinien', en: 'on key vaults with access policies' },
  'role-key-vault': { de: 'an Schlüsseltresoren mit Azure RBAC', en: 'on key vaults with Azure RBAC' },
});

const STEPS: Record<RestoreStep, readonly StepId[]> = {
  disks: ['restore-disks'],
  keys: ['recover-key-vault', 'create-key-vault', 'recover-keys', 'restore-keys'],
  machine: ['create-machine'],
  encryption: ['renew-encryption'],
  protection: ['protect-restored'],
  'after-care': ['remove-leftovers'],
};

function stepsOf(wanted: Wanted): readonly StepId[] {
  if (wanted.of === 'restore') return wanted.step === 'journey' ? Object.values(STEPS).flat() : STEPS[wanted.step];
  if (wanted.of === 'disks') return STEPS.disks;
  return wanted.of === 'backup-now' ? ['back-up-now'] : ['enable-backup'];
}

/** What the person who runs a script must be allowed, a line a place. */
export function headingRights(text: Text, wanted: Wanted): string[] {
  return rightsFor(stepsOf(wanted)).map(
    ({ place, roles, permissions }) => `${[...roles, ...permissions].join(', ')} (${text(places[place])})`,
  );
}

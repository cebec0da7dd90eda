import type { AzureCodeWords } from './code-words';
import type { Message } from '../language/messages';
import { RUN_CODES } from './run-codes';
import { RULE_WORDS } from './rules';
import { own } from '../api/own';

const waitAndRetry: Message = {
  de: 'Warten Sie, bis der andere Vorgang endet, und versuchen Sie es dann erneut.',
  en: 'Wait for the other operation to end, then try again.',
};

/** The machine is there, failed and off. */
const noRoom = (de: string, en: string): AzureCodeWords => ({
  reason: { de, en },
  remedy: {
    de: 'Löschen Sie diesen virtuellen Computer und erstellen Sie ihn in einer anderen Größe oder, wo das zur Wahl steht, ohne die Näherungsplatzierungsgruppe des alten; die Datenträger bleiben. Oder versuchen Sie es später noch einmal.',
    en: 'Delete this virtual machine and create it in another size or, where you can choose that, without the old one’s proximity placement group; the disks stay. Or try again later.',
  },
});

/** Codes that are not here are shown as Azure wrote them. */
const AZURE_CODES: Record<string, AzureCodeWords> = {
  UserErrorKeyVaultPermissionsNotConfigured: {
    reason: {
      de: 'Dem Sicherungsverwaltungsdienst fehlen im Schlüsseltresor Berechtigungen: Er muss Schlüssel und Geheimnisse abrufen, auflisten und sichern dürfen.',
      en: 'The Backup Management Service is missing permissions in the key vault: it has to be allowed to get, list, and back up keys and secrets.',
    },
    remedy: {
      de: 'Erteilen Sie ihm unter „Schlüsseltresore“ im Menü des Recovery Services-Tresors die fehlenden Berechtigungen. Wiederholen Sie es dann.',
      en: 'Grant it the missing permissions under “Key vaults” in the Recovery Services vault’s menu. Then try again.',
    },
  },
  UserErrorEncryptedVmNotSupportedWithDiskEx: {
    reason: {
      de: 'Bei verschlüsselten virtuellen Computern dürfen keine Datenträger von der Sicherung ausgenommen sein.',
      en: 'For encrypted virtual machines, you can’t exclude disks from the backup.',
    },
    remedy: { de: 'Heben Sie den Ausschluss der Datenträger auf.', en: 'Remove the disk exclusion.' },
  },
  VMMarketplaceInvalidInput: {
    reason: {
      de: 'Das Betriebssystem stammt aus einem Image, das im Marketplace gekauft wurde, und der virtuelle Computer nennt dessen Plan nicht.',
      en: 'The operating system is from an image that was bought in the marketplace, and the virtual machine doesn’t name its plan.',
    },
    remedy: {
      de: 'Nachtragen lässt er sich nicht: Löschen Sie diesen virtuellen Computer und erstellen Sie ihn noch einmal. Die Datenträger bleiben.',
      en: 'It can’t be added later: delete this virtual machine and create it again. The disks stay.',
    },
  },
  MarketplacePurchaseEligibilityFailed: {
    reason: {
      de: 'Das Betriebssystem stammt aus einem Image des Marketplace, dessen Bedingungen dieses Abonnement nicht angenommen hat.',
      en: 'The operating system is from a marketplace image whose terms this subscription hasn’t accepted.',
    },
    remedy: {
      de: 'Nehmen Sie die Bedingungen für dieses Abonnement im Azure-Portal an. Wiederholen Sie es dann.',
      en: 'Accept the terms for this subscription in the Azure portal. Then try again.',
    },
  },
  SkuNotAvailable: {
    reason: {
      de: 'Azure hat diese Größe in der Region oder Zone gerade nicht oder bietet sie dem Abonnement dort nicht an.',
      en: 'Azure has none of this size in the region or zone at the moment, or doesn’t offer it to the subscription there.',
    },
    remedy: {
      de: 'Wählen Sie eine andere Größe, am besten aus einer anderen Reihe, oder versuchen Sie es später noch einmal.',
      en: 'Choose another size, preferably of another series, or try again later.',
    },
  },
  AllocationFailed: noRoom(
    'In dieser Region ist gerade kein Platz für diese Größe.',
    'This region has no room for this size at the moment.',
  ),
  ZonalAllocationFailed: noRoom(
    'In dieser Zone ist gerade kein Platz für diese Größe.',
    'This zone has no room for this size at the moment.',
  ),
  OverconstrainedAllocationRequest: noRoom(
    'Mit allem, was dieser virtuelle Computer verlangt, etwa seiner Größe und seiner Näherungsplatzierungsgruppe zusammen, ist gerade kein Platz.',
    'There’s no room at the moment with everything that this virtual machine asks for, such as its size and its proximity placement group together.',
  ),
  OverconstrainedZonalAllocationRequest: noRoom(
    'In dieser Zone ist mit allem, was dieser virtuelle Computer verlangt, etwa seiner Größe und seiner Näherungsplatzierungsgruppe zusammen, gerade kein Platz.',
    'This zone has no room at the moment with everything that this virtual machine asks for, such as its size and its proximity placement group together.',
  ),
  ReadOnlyDisabledSubscription: {
    reason: {
      de: 'Das Abonnement ist deaktiviert, oder es wird bald deaktiviert: Es lässt sich nur noch lesen, und was darin ist, löschen.',
      en: 'The subscription is disabled, or will be soon: it can only be read, and what is in it deleted.',
    },
    remedy: {
      de: 'Reaktivieren kann es im Azure-Portal, wer die Abrechnung des Abonnements verwaltet.',
      en: 'People who manage the subscription’s billing can reactivate it in the Azure portal.',
    },
  },
  SubnetIsFull: {
    reason: { de: 'Im Subnetz ist keine Adresse mehr frei.', en: 'No address is left in the subnet.' },
    remedy: {
      de: 'Wählen Sie ein anderes, oder lassen Sie darin Platz machen.',
      en: 'Choose another one, or have room made in it.',
    },
  },
  VirtualMachineAlreadyProtected: {
    reason: { de: 'Der virtuelle Computer ist bereits geschützt.', en: 'The virtual machine is already protected.' },
    remedy: {
      de: 'Sehen Sie unter „Sicherungselemente“ nach, in diesem und in den anderen Tresoren der Region.',
      en: 'Check “Backup Items”, in this vault and in the other vaults in the region.',
    },
  },
  UserErrorGuestAgentStatusUnavailable: {
    reason: {
      de: 'Azure Backup erreicht den VM-Agent im virtuellen Computer nicht.',
      en: 'Azure Backup can’t reach the VM agent in the virtual machine.',
    },
    remedy: {
      de: 'Sorgen Sie dafür, dass der Agent läuft, aktuell ist und Azure über das Netzwerk erreicht. Wiederholen Sie es dann.',
      en: 'Make sure that the agent is running, is up to date, and can reach Azure over the network. Then try again.',
    },
  },
  AzureVmOffline: {
    reason: {
      de: 'Die Sicherungserweiterung ließ sich nicht installieren, weil der virtuelle Computer aus ist.',
      en: 'The backup extension couldn’t be installed because the virtual machine is off.',
    },
    remedy: { de: 'Starten Sie den virtuellen Computer und wiederholen Sie es.', en: 'Start the virtual machine and try again.' },
  },
  UserErrorVmNotInDesirableState: {
    reason: {
      de: 'Der virtuelle Computer ist in einem Zwischenzustand.',
      en: 'The virtual machine is in a transitional state.',
    },
    remedy: {
      de: 'Warten Sie, bis er läuft oder ganz beendet ist, und wiederholen Sie es.',
      en: 'Wait until it’s running or completely stopped, then try again.',
    },
  },
  UserErrorGuestAgentVersionUnsupported: {
    reason: {
      de: 'Der VM-Agent im virtuellen Computer ist nicht auf dem neuesten Stand.',
      en: 'The VM agent in the virtual machine isn’t up to date.',
    },
    remedy: {
      de: 'Aktualisieren Sie den VM-Agent im virtuellen Computer.',
      en: 'Update the VM agent inside the virtual machine.',
    },
  },
  UserErrorVmNotFoundV2: {
    reason: { de: 'Den virtuellen Computer gibt es nicht mehr.', en: 'The virtual machine no longer exists.' },
    remedy: {
      de: 'Aktualisieren Sie die Liste der virtuellen Computer und wählen Sie neu.',
      en: 'Refresh the list of virtual machines and choose again.',
    },
  },
  UserErrorRequestDisallowedByPolicy: {
    reason: {
      de: 'Eine Azure-Richtlinie (Azure Policy) Ihrer Organisation verbietet, was Azure Backup anlegen muss.',
      en: 'An Azure Policy in your organization forbids what Azure Backup has to create.',
    },
    remedy: {
      de: 'Bitten Sie darum, die Richtlinie zu ändern oder eine Ausnahme einzurichten. Verlangt sie nur Tags, kann sie diese ergänzen (Effekt „Modify“), statt abzulehnen.',
      en: 'Ask for the policy to be changed or for an exemption. If it only requires tags, it can add them (effect “Modify”) instead of denying.',
    },
    named: 'by-azure',
  },
  RequestDisallowedByPolicy: {
    reason: {
      de: 'Eine Azure-Richtlinie (Azure Policy) Ihrer Organisation lässt das nicht zu.',
      en: 'An Azure Policy in your organization doesn’t allow this.',
    },
    remedy: {
      de: 'Bitten Sie darum, die Richtlinie zu ändern oder eine Ausnahme einzurichten, und wiederholen Sie es dann.',
      en: 'Ask for the policy to be changed or for an exemption, then try again.',
    },
    named: 'by-azure',
  },
  UserErrorMigrationFromTrustedLaunchVMToNonTrustedVMNotAllowed: {
    reason: {
      de: 'Ein früherer virtueller Computer dieses Namens war ein Trusted-Launch-Computer.',
      en: 'An earlier virtual machine with this name was a Trusted Launch machine.',
    },
    remedy: {
      de: 'Legen Sie den virtuellen Computer unter anderem Namen oder in einer anderen Ressourcengruppe an.',
      en: 'Create the virtual machine with a different name or in another resource group.',
    },
  },
  BMSUserErrorConflictingProtectionOperation: {
    reason: {
      de: 'Für diesen virtuellen Computer läuft bereits eine andere Konfiguration der Sicherung.',
      en: 'Another operation is already configuring backup for this virtual machine.',
    },
    remedy: waitAndRetry,
  },
  BMSUserErrorObjectLocked: {
    reason: { de: 'Ein anderer Vorgang hält dieses Element fest.', en: 'Another operation has this item locked.' },
    remedy: waitAndRetry,
  },
  BMSUserErrorContainerObjectNotFound: {
    reason: {
      de: 'Azure Backup kennt diesen virtuellen Computer noch nicht.',
      en: 'Azure Backup doesn’t know about this virtual machine yet.',
    },
    remedy: {
      de: 'Wiederholen Sie es; dabei sucht Azure Backup erneut nach virtuellen Computern.',
      en: 'Try again; Azure Backup then looks for virtual machines again.',
    },
  },
  UserErrorKeyVaultNotFound: {
    reason: {
      de: 'Den Schlüsseltresor, in dem Schlüssel und Geheimnis dieses virtuellen Computers liegen, gibt es nicht mehr.',
      en: 'The key vault that holds this virtual machine’s key and secret no longer exists.',
    },
    remedy: {
      de: 'Ist er nur gelöscht, holen Sie ihn zurück, und wiederholen Sie es. Ist er endgültig gelöscht, kommen Schlüssel und Geheimnis beim Wiederherstellen aus der Sicherung in einen neuen. Für die Sicherung verschlüsseln Sie den virtuellen Computer mit einem anderen Schlüsseltresor neu, solange er läuft: Ohne Schlüssel startet er nicht mehr.',
      en: 'If it’s only deleted, recover it and try again. If it was purged, a restore brings the key and secret back from the backup to a new one. For a backup, encrypt the virtual machine again with another key vault while it is running: without its keys, it doesn’t start again.',
    },
  },
  UserErrorItemInSoftDeletedState: {
    reason: {
      de: 'Die Sicherungsdaten dieses virtuellen Computers wurden gelöscht und sind noch im Papierkorb des Recovery Services-Tresors.',
      en: 'The backup data of this virtual machine was deleted but can still be recovered from the Recovery Services vault.',
    },
    remedy: {
      de: 'Machen Sie das Löschen im Recovery Services-Tresor rückgängig; danach lässt sich die Sicherung fortsetzen.',
      en: 'Undelete the item in the Recovery Services vault; you can then resume its backup.',
    },
  },
  BMSUserErrorDisablingSoftDeleteStateNotAllowed: {
    reason: {
      de: 'Azure lässt das vorläufige Löschen dieses Tresors nicht mehr deaktivieren.',
      en: 'Azure no longer lets you turn off soft delete for this vault.',
    },
    remedy: {
      de: 'Lassen Sie es aktiviert. Gelöschte Sicherungsdaten entfernt Azure endgültig, sobald die Aufbewahrungsdauer des Tresors abgelaufen ist.',
      en: 'Leave it turned on. Azure permanently removes deleted backup data when the vault’s soft delete retention period is over.',
    },
  },
  CloudDosAbsoluteLimitReached: {
    reason: {
      de: 'Azure lässt diesen Vorgang heute nicht noch einmal zu: Es gab binnen 24 Stunden zu viele davon.',
      en: 'Azure doesn’t allow this operation again today: there were too many of them in 24 hours.',
    },
    remedy: {
      de: 'Versuchen Sie es morgen erneut, bei bedarfsgesteuerten Sicherungen ab 0:00 Uhr UTC.',
      en: 'Try again tomorrow; for on-demand backups, from midnight UTC.',
    },
  },
  VaultLimitReached: {
    reason: {
      de: 'Das Abonnement hat in dieser Region schon so viele Recovery Services-Tresore, wie Azure dort zulässt.',
      en: 'The subscription already has as many Recovery Services vaults in this region as Azure allows.',
    },
    remedy: {
      de: 'Wählen Sie eine andere Region oder ein anderes Abonnement, oder löschen Sie einen Tresor, der nicht mehr gebraucht wird.',
      en: 'Choose another region or subscription, or delete a vault that’s no longer needed.',
    },
  },
  BMSUserErrorPolicyNotFound: {
    reason: {
      de: 'Die Sicherungsrichtlinie gibt es in diesem Recovery Services-Tresor nicht mehr.',
      en: 'The backup policy no longer exists in this vault.',
    },
    remedy: {
      de: 'Wählen Sie unter „Sicherung“ eine andere, und aktivieren Sie die Sicherung damit.',
      en: 'Choose another one under “Backup”, and enable backup with it.',
    },
  },
  BMSUserErrorPolicyLimitReached: {
    reason: {
      de: 'Der Recovery Services-Tresor hat schon so viele Richtlinien, wie er aufnimmt.',
      en: 'The vault already has as many policies as it can take.',
    },
    remedy: { de: 'Ändern oder löschen Sie eine vorhandene Richtlinie.', en: 'Change or delete an existing policy.' },
  },
  UserErrorImmutableVaultOperationNotAllowed: {
    reason: {
      de: 'Der Recovery Services-Tresor ist unveränderlich: Sicherungsdaten lassen sich nicht vor Ablauf löschen und nicht kürzer aufbewahren.',
      en: 'The vault is immutable: backup data can’t be deleted before it expires or kept for less time.',
    },
    remedy: {
      de: 'Beenden Sie die Sicherung und behalten Sie die Daten, oder verlängern Sie die Aufbewahrung.',
      en: 'Stop the backup and retain the data, or extend the retention.',
    },
  },
  UserErrorBekOnlyEncryptionNotSupported: RULE_WORDS['bek-only'],
  UserErrorCrossSubscriptionBackupNotSupportedForEncryptedVm: RULE_WORDS['encrypted-in-other-subscription'],
  UserErrorConfidentialVmNotSupported: RULE_WORDS['confidential-vm'],
  UserErrorDiskTypeNotSupportedWithStandardPolicy: RULE_WORDS['disks-need-enhanced-policy'],
  UserErrorTrustedLaunchNotSupportedWithStandardPolicy: RULE_WORDS['trusted-launch-needs-enhanced-policy'],
  UserErrorClassicVmNotSupported: RULE_WORDS['classic-deployment-model'],
  UserErrorVmAndVaultLocationMismatch: RULE_WORDS['other-region'],
  ...RUN_CODES,
  AuthorizationFailed: {
    reason: {
      de: 'Ihre Rollen erlauben das an diesem virtuellen Computer nicht.',
      en: 'Your roles don’t allow this on this virtual machine.',
    },
    remedy: {
      de: 'Sie brauchen „Mitwirkender für Sicherungen“ am Tresor und „Mitwirkender für virtuelle Computer“ am virtuellen Computer.',
      en: 'You need “Backup Contributor” on the vault and “Virtual Machine Contributor” on the virtual machine.',
    },
  },
};

/** Every code that has words. */
export const knownAzureCodes = (): string[] => Object.keys(AZURE_CODES);

const SAME_CODES: Record<string, string> = {
  UserErrorKeyvaultPermissionsNotConfigured: 'UserErrorKeyVaultPermissionsNotConfigured',
  LinkedAuthorizationFailed: 'AuthorizationFailed',
  VmNotInDesirableState: 'UserErrorVmNotInDesirableState',
  BCMV2VMNotFound: 'UserErrorVmNotFoundV2',
  '400094': 'UserErrorVmNotFoundV2',
  '320001': 'UserErrorVmNotFoundV2',
  '380008': 'AzureVmOffline',
};

/** The code under which the words of another stand. */
export const sameCode = (code: string): string => own(SAME_CODES, code) ?? code;

/** The other codes that mean the same, for anyone who searches for one of them. */
export const aliasesOf = (code: string): string[] => Object.keys(SAME_CODES).filter((alias) => own(SAME_CODES, alias) === code);

export function azureCodeWords(code: string): AzureCodeWords | null {
  return own(AZURE_CODES, sameCode(code)) ?? null;
}

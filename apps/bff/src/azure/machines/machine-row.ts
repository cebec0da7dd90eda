import type { VirtualMachine } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import * as z from 'zod';
import { idKey, parseArmId } from '../connection/arm-id';

const text = z.string().nullish();
const sourceVault = z.object({ id: text }).nullish();

/** What the model of a machine says of a managed disk. */
export const managedDisk = z
  .object({
    diskEncryptionSet: z.object({ id: text }).nullish(),
    storageAccountType: text,
    securityProfile: z.object({ securityEncryptionType: text }).nullish(),
  })
  .nullish();

const osDisk = z.object({
  osType: text,
  diskSizeGB: z.number().nullish(),
  managedDisk,
  encryptionSettings: z
    .object({
      enabled: z.boolean().nullish(),
      diskEncryptionKey: z.object({ sourceVault }).nullish(),
      keyEncryptionKey: z.object({ sourceVault }).nullish(),
    })
    .nullish(),
});

/** Settings of an extension are whatever somebody put there: what is no text says nothing. */
const setting = text.catch(null);

export const adeSettings = z.object({
  AADClientID: setting,
  EncryptionOperation: setting,
  KeyVaultResourceId: setting,
  KeyEncryptionKeyURL: setting,
  KekVaultResourceId: setting,
  VolumeType: setting,
});

/** A row of the machine query. */
export const machineRow = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  location: z.string(),
  os: osDisk.nullish(),
  disks: z.array(z.object({ diskSizeGB: z.number().nullish(), managedDisk })).nullish(),
  classicOs: text,
  power: text,
  classicPower: text,
  atHost: z.boolean().nullish(),
  security: text,
  size: text,
  ade: adeSettings.nullish().catch(null),
  /** Its items, in whatever vaults. */
  items: z.array(z.object({ id: z.string(), state: text, deleted: z.boolean().nullish() })).nullish(),
});

type MachineRow = z.infer<typeof machineRow>;

export function toMachine(row: MachineRow): VirtualMachine {
  const { resourceGroup = '', subscriptionId = '' } = parseArmId(row.id) ?? {};
  const items = row.items ?? [];
  const kept = items.filter(({ deleted }) => !deleted);
  const goesOn = kept.find(({ state }) => isBackedUp({ protectionState: state ?? '', deletedAt: null }));
  const sizes = [row.os?.diskSizeGB, ...(row.disks ?? []).map((disk) => disk.diskSizeGB)].filter((size) => typeof size === 'number');
  return {
    id: row.id,
    name: row.name,
    resourceGroup,
    subscriptionId,
    location: row.location.toLowerCase().replaceAll(' ', ''),
    deploymentModel: row.type.toLowerCase().startsWith('microsoft.classiccompute/') ? 'classic' : 'resource-manager',
    osType: osTypeOf(row.os?.osType ?? row.classicOs),
    powerState: powerOf(row),
    encryption: encryptionOf(row),
    diskEncryptionSet: [row.os, ...(row.disks ?? [])].some((disk) => disk?.managedDisk?.diskEncryptionSet?.id),
    encryptionAtHost: row.atHost ?? false,
    trustedLaunch: row.security === 'TrustedLaunch',
    confidential: confidentialOf(row),
    ultraOrPremiumV2Disks: (row.disks ?? []).some((disk) => NEWER_DISKS.test(disk.managedDisk?.storageAccountType ?? '')),
    managedDisks: row.os?.managedDisk != null,
    dataDiskCount: row.disks?.length ?? 0,
    largestDiskGiB: sizes.length > 0 ? Math.max(...sizes) : null,
    protectedByVaultId: vaultOf(goesOn?.id),
    stoppedInVaultId: goesOn ? null : vaultOf(kept[0]?.id),
    deletedInVaultId: vaultOf(items.find(({ deleted }) => deleted)?.id),
  };
}

/** Kinds of disks that came after the standard policy. */
const NEWER_DISKS = /^(UltraSSD|PremiumV2)_/i;

function confidentialOf({ security, size, os }: MachineRow): VirtualMachine['confidential'] {
  if (security !== 'ConfidentialVM') return null;
  const encrypted = os?.managedDisk?.securityProfile?.securityEncryptionType === 'DiskWithVMGuestState';
  return { size: size ?? null, osDiskEncrypted: encrypted };
}

const osTypeOf = (os: string | null | undefined) => (os === 'Windows' || os === 'Linux' ? os : 'unknown');

const powerOf = ({ power, classicPower }: MachineRow) =>
  (power?.replace(/^PowerState\//, '') || classicPower?.replace(/^Started$/, 'running').toLowerCase()) ?? null;

/** The vault's id is the beginning of the item's. */
const vaultOf = (itemId: string | undefined) => /^.*?\/providers\/[^/]+\/vaults\/[^/]+/i.exec(itemId ?? '')?.[0] ?? null;

/** Settings with an Entra application stand in the model of the machine, those without in its extension. */
function encryptionOf({ os, ade }: MachineRow): VirtualMachine['encryption'] {
  const model = os?.encryptionSettings;
  if (model?.enabled && model.diskEncryptionKey) {
    const kek = model.keyEncryptionKey;
    return encrypted('dual', kek != null, [model.diskEncryptionKey.sourceVault?.id, kek?.sourceVault?.id]);
  }
  // With an application and without settings in the model it has failed, or is still at work.
  if (ade?.EncryptionOperation?.startsWith('EnableEncryption') && !ade.AADClientID) {
    return encrypted('single', Boolean(ade.KeyEncryptionKeyURL), [
      ade.KeyVaultResourceId,
      ade.KeyEncryptionKeyURL && ade.KekVaultResourceId,
    ]);
  }
  return { kind: 'none', pass: null, keyVaultIds: [] };
}

function encrypted(pass: 'single' | 'dual', hasKek: boolean, ids: (string | null | undefined)[]): VirtualMachine['encryption'] {
  const byKey = new Map(ids.flatMap((id) => (id ? [[idKey(id), id] as const] : [])));
  return { kind: hasKek ? 'bek-kek' : 'bek', pass, keyVaultIds: [...byKey.values()] };
}
